import type { RichTextBlockElement } from '@slack/types'
import type { GuideNode } from '../../guide/guide.ts'
import { type Language, localise } from '../../language.ts'
import { bold, bullets, content, numbered, paragraph } from './rich-text.ts'

/** A bold first line and a text below it. */
export function titled(words: { readonly title: string; readonly text: string }): RichTextBlockElement[] {
  return [...paragraph(bold(words.title)), ...paragraph(content(words.text))]
}

/** What a node says, above its choices: title and text; then its steps, where it has some. */
export function nodeText(
  node: GuideNode,
  language: Language,
): { readonly head: RichTextBlockElement[]; readonly steps: RichTextBlockElement[] } {
  const text = node.text === undefined ? [] : paragraph(content(localise(node.text, language)))
  const steps = 'steps' in node ? (node.steps ?? []) : []
  const listed = steps.map((step) => content(localise(step, language)))
  return {
    head: [...paragraph(bold(localise(node.title, language))), ...text],
    steps: node.kind === 'done' ? bullets(listed) : numbered(listed),
  }
}
