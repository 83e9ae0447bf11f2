import type { RichTextBlockElement } from '@slack/types'
import type { GuideNode } from '../../guide/guide.ts'
import { type Language, localise } from '../../language.ts'
import { bold, content, numbered, paragraph } from './rich-text.ts'

/** A bold first line and a text below it. */
export function titled(words: { readonly title: string; readonly text: string }): RichTextBlockElement[] {
  return [...paragraph(bold(words.title)), ...paragraph(content(words.text))]
}

/** What a node says, above its choices: title and text; then the numbered steps, where it has some. */
export function nodeText(
  node: GuideNode,
  language: Language,
): { readonly head: RichTextBlockElement[]; readonly steps: RichTextBlockElement[] } {
  const text = node.text === undefined ? [] : paragraph(content(localise(node.text, language)))
  const steps = node.kind === 'steps' ? node.steps : []
  return {
    head: [...paragraph(bold(localise(node.title, language))), ...text],
    steps: numbered(steps.map((step) => content(localise(step, language)))),
  }
}
