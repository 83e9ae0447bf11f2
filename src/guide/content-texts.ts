import type { Language } from '../language.ts'

/** What a text is for, which decides how long it may be. */
export type TextUse = 'button' | 'heading' | 'text' | 'step'

/** One text of a file in the languages it has. */
export interface ContentText {
  /** Dotted path to the text, without the language. */
  readonly path: string
  readonly use: TextUse
  /** Only postmasters read it. */
  readonly postmasterOnly: boolean
  readonly words: Partial<Record<Language, string>>
}

function purposeOf(path: readonly string[]): TextUse {
  const last = path.at(-1)
  if (path[0] === 'confusable_with') return 'text'
  if (last === 'label' || path.length === 1) return 'button'
  if (last === 'title') return 'heading'
  return last === 'text' || last === 'warning' ? 'text' : 'step'
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function textsBelow(value: unknown, path: readonly string[]): ContentText[] {
  const entries = entriesOf(value)
  const words = entries.filter(
    (entry): entry is [Language, string] =>
      (entry[0] === 'en' || entry[0] === 'zh') && typeof entry[1] === 'string',
  )
  if (words.length === 0) return entries.flatMap(([key, each]) => textsBelow(each, [...path, key]))
  const postmasterOnly = path.includes('postmaster')
  return [{ path: path.join('.'), use: purposeOf(path), postmasterOnly, words: Object.fromEntries(words) }]
}

/** Every text of a document that people are shown; what they say (`utterances`) is not among them. Takes any value. */
export function contentTexts(document: unknown): ContentText[] {
  return entriesOf(document)
    .filter(([key]) => key === 'title' || key === 'flow' || key === 'confusable_with')
    .flatMap(([key, value]) => textsBelow(value, [key]))
}
