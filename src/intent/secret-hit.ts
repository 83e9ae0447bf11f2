import type { SecretKind } from './secret-mark.ts'

/** Where a secret stands in a text, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Hit extends Span {
  readonly kind: SecretKind
}

/**
 * How a kind of secret is given away. The pattern's group `secret` is what has to go; `unless`, tried on that group,
 * knows what people write in its place without giving anything away; `among` must stand somewhere in the text.
 */
export interface Giveaway {
  readonly kind: SecretKind
  /** With the flags `d` and `g`. */
  readonly pattern: RegExp
  readonly unless?: (secret: string) => boolean
  readonly among?: RegExp
}

/** Where a giveaway's secrets stand. */
export function hitsOf({ kind, pattern, unless, among }: Giveaway, text: string): readonly Hit[] {
  if (among !== undefined && !among.test(text)) return []
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [start, end] = match.indices?.groups?.secret ?? [0, 0]
    const secret = text.slice(start, end)
    if (secret.trim() === '' || text.startsWith('[secret removed', start) || unless?.(secret)) return []
    return [{ start, end, kind }]
  })
}
