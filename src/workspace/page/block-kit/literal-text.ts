import type { RawBlock } from './block.ts'

/** An invisible character that never breaks a line. */
const joiner = '\u2060'

/**
 * The library unescapes `&lt;` and `&gt;` before it looks for links, mentions and quotes, and knows links, pictures and
 * headings of Markdown, which Slack does not. An invisible joiner keeps all of them the plain text that Slack shows.
 */
export function literalText(text: string): string {
  return text
    .replaceAll('&lt;', `&lt;${joiner}`)
    .replaceAll(/^(?=&gt;|#|[-=]{2})/gm, joiner)
    .replaceAll(/\](?=[(:[])/g, `]${joiner}`)
    .replaceAll('&gt;', '>')
}

/** Slack's names of the coloured marks, for which a bare machine has no font; the page draws them. */
export const statusMarks: Readonly<Record<string, string>> = {
  red_circle: '🔴',
  large_yellow_circle: '🟡',
  large_green_circle: '🟢',
}

/** Running text with its status marks as elements of their own, as Slack's composer writes emoji. */
function marked(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value]
  if (!('type' in value && value.type === 'text' && 'text' in value)) return [value]
  const parts = String(value.text).split(/(🔴|🟡|🟢)/u)
  return parts.flatMap((text): unknown[] => {
    const name = Object.entries(statusMarks).find(([, mark]) => mark === text)?.[0]
    if (name !== undefined) return [{ type: 'emoji', name }]
    return text === '' ? [] : [{ ...value, text }]
  })
}

function literal(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap(marked).map(literal)
  if (typeof value !== 'object' || value === null) return value
  const isText = 'type' in value && (value.type === 'mrkdwn' || value.type === 'plain_text')
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isText && name === 'text' && typeof inner === 'string' ? literalText(inner) : literal(inner),
    ]),
  )
}

/** A block whose escaped characters stay characters; its block_id, which would become a DOM id again and again, is left out. */
export function literalBlock({ block_id: _, ...block }: RawBlock): RawBlock {
  return Object.fromEntries(Object.entries(block).map(([name, value]) => [name, literal(value)]))
}
