import type {
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextList,
  RichTextQuote,
  RichTextSection,
} from '@slack/types'
import { isAllowedLink } from '../../guide/allowed-hosts.ts'
import { userText } from './escape.ts'

/** Bold rich text works next to Chinese characters, where mrkdwn's asterisks do not; so all running text is rich text. */
export type Inline = RichTextElement

export function plain(text: string): Inline[] {
  return text === '' ? [] : [{ type: 'text', text }]
}

export function bold(text: string): Inline[] {
  return text === '' ? [] : [{ type: 'text', text, style: { bold: true } }]
}

/** What a person typed: cleaned, links inert, cut. */
export function said(text: string, max: number): Inline[] {
  return plain(userText(text, max))
}

/** `<@U…>`; an id that is none is shown as text. */
export function mention(user: string): Inline[] {
  return /^[UW][A-Z0-9]{1,30}$/.test(user) ? [{ type: 'user', user_id: user }] : said(user, 40)
}

/** The name of a user group, which pings its members; an id that is none is shown as text. */
export function usergroup(id: string): Inline[] {
  return /^S[A-Z0-9]{1,30}$/.test(id) ? [{ type: 'usergroup', usergroup_id: id }] : said(id, 40)
}

/** A moment in the reader's own time, as Slack shows it; `at` is ms since epoch. */
export function moment(at: number, format: '{ago}' | '{time}' | '{date_short_pretty} {time}'): Inline[] {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return []
  const fallback = `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return [{ type: 'date', timestamp: Math.floor(at / 1000), format, fallback }]
}

const marks = /\*([^*\n]+)\*|https:\/\/[^\s<>|"'*，。；：！？、（）【】《》“”]+/g

function linked(url: string): Inline[] {
  const end = url.search(/[.,;:!?)\]]+$/)
  const address = end === -1 ? url : url.slice(0, end)
  if (!isAllowedLink(address)) return plain(url)
  return [{ type: 'link', url: address }, ...plain(url.slice(address.length))]
}

/** The guide's own text: `*bold*`, and links to the listed hosts; the setting of whom else to ask may name another, as text. */
export function content(text: string): Inline[] {
  const inlines: Inline[] = []
  let done = 0
  for (const match of text.matchAll(marks)) {
    const [all, label] = match
    inlines.push(...plain(text.slice(done, match.index)))
    inlines.push(...(label === undefined ? linked(all) : bold(label)))
    done = match.index + all.length
  }
  return [...inlines, ...plain(text.slice(done))]
}

/** A paragraph; nothing where there is nothing to say. */
export function paragraph(...inlines: readonly Inline[][]): RichTextSection[] {
  const elements = inlines.flat()
  return elements.length === 0 ? [] : [{ type: 'rich_text_section', elements }]
}

export function numbered(items: readonly Inline[][]): RichTextList[] {
  const elements = items.flatMap((item) => paragraph(item))
  return elements.length === 0 ? [] : [{ type: 'rich_text_list', style: 'ordered', elements }]
}

export function bullets(items: readonly Inline[][]): RichTextList[] {
  const elements = items.flatMap((item) => paragraph(item))
  return elements.length === 0 ? [] : [{ type: 'rich_text_list', style: 'bullet', elements }]
}

export function quote(...inlines: readonly Inline[][]): RichTextQuote[] {
  const elements = inlines.flat()
  return elements.length === 0 ? [] : [{ type: 'rich_text_quote', elements }]
}

/** Slack's own composer writes paragraphs as lines of one section, so that they stand apart in every client. */
function asLines(parts: readonly RichTextBlockElement[]): RichTextBlockElement[] {
  const joined: RichTextBlockElement[] = []
  for (const part of parts) {
    const before = joined.at(-1)
    if (part.type === 'rich_text_section' && before?.type === 'rich_text_section') {
      joined[joined.length - 1] = {
        ...before,
        elements: [...before.elements, ...plain('\n'), ...part.elements],
      }
    } else {
      joined.push(part)
    }
  }
  return joined
}

export function richText(...parts: readonly RichTextBlockElement[][]): RichTextBlock[] {
  const elements = asLines(parts.flat())
  return elements.length === 0 ? [] : [{ type: 'rich_text', elements }]
}
