import type { Localised } from '../language.ts'
import type { Guide } from './guide.ts'
import { nodeAt } from './place.ts'
import type { Step } from './session.ts'

/** The path in words, oldest first: each node's title and the label of the choice taken. Steps that the content no longer has are left out. */
export function describePath(
  guide: Guide,
  path: readonly Step[],
): { question: Localised; answer: Localised }[] {
  return path.flatMap((step) => {
    const node = nodeAt(guide, step)
    const choices = node !== undefined && 'choices' in node ? node.choices : []
    const choice = choices.find((each) => each.id === step.choice)
    return node === undefined || choice === undefined ? [] : [{ question: node.title, answer: choice.label }]
  })
}
