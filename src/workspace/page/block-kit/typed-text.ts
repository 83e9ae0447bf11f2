import type { RawBlock } from './block.ts'

const token = /<([^<>]+)>/

function plain(text: string): object[] {
  if (text === '') return []
  return [
    { type: 'text', text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') },
  ]
}

function marked(inside: string): object[] {
  const [target = '', label] = inside.split('|')
  if (target.startsWith('@')) return [{ type: 'user', user_id: target.slice(1) }]
  if (/^(https?:|mailto:)/.test(target)) return [{ type: 'link', url: target, text: label ?? target }]
  return plain(`<${inside}>`)
}

/** What a person typed, as a block: mentions, links and the words as they are, without any formatting of their own. */
export function typedText(text: string): RawBlock {
  const elements = text.split(token).flatMap((part, index) => (index % 2 === 1 ? marked(part) : plain(part)))
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}
