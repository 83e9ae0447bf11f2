import type { Localised } from '../language.ts'
import type { Guide } from './guide.ts'
import { nodeAt } from './place.ts'
import type { Step } from './session.ts'

function isRepeated({ flow, node, choice }: Step, at: number, path: readonly Step[]): boolean {
  return path.slice(0, at).some((each) => each.flow === flow && each.node === node && each.choice === choice)
}

/**
 * The path in words, oldest first: each node's title and the label of the choice taken. An answer that was given again is
 * told once; steps that the content no longer has are left out.
 */
export function describePath(
  guide: Guide,
  path: readonly Step[],
): { question: Localised; answer: Localised }[] {
  return path.flatMap((step, at) => {
    if (isRepeated(step, at, path)) return []
    const node = nodeAt(guide, step)
    const choices = node !== undefined && 'choices' in node ? node.choices : []
    const choice = choices.find((each) => each.id === step.choice)
    return node === undefined || choice === undefined ? [] : [{ question: node.title, answer: choice.label }]
  })
}
