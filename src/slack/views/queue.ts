import type { KnownBlock, RichTextBlockElement } from '@slack/types'
import type { Queue, QueueRow } from '../../desk/queue.ts'
import type { Language } from '../../language.ts'
import { reasonText } from './reason-text.ts'
import { bold, bullets, type Inline, mention, moment, paragraph, plain, richText } from './rich-text.ts'
import { deskWords } from './words/desk-words.ts'
import { ticketWords } from './words/ticket-words.ts'

const parts = ['stopped', 'open', 'mine', 'waiting', 'others'] as const

function row({ number, reason, openedAt, claimedBy }: QueueRow, language: Language): Inline[] {
  const words = ticketWords[language]
  return [
    ...bold(words.ticket(number)),
    ...plain(` · ${reasonText(reason, language)} · ${words.opened}`),
    ...moment(openedAt, '{ago}'),
    ...(claimedBy === undefined ? [] : [...plain(' · '), ...mention(claimedBy)]),
  ]
}

function part(queue: Queue, name: (typeof parts)[number], language: Language): RichTextBlockElement[] {
  const { rows, more } = queue[name]
  if (rows.length === 0) return []
  const words = deskWords[language].queue
  const rest = more === 0 ? [] : [plain(words.more(more))]
  return [
    ...paragraph(bold(words.parts[name]), plain(` · ${rows.length + more}`)),
    ...bullets([...rows.map((each) => row(each, language)), ...rest]),
  ]
}

/** The queue of one postmaster: each ticket in a line, oldest first. */
export function queueBlocks(queue: Queue, language: Language): KnownBlock[] {
  const words = deskWords[language].queue
  const shown = parts.flatMap((name) => part(queue, name, language))
  return richText(
    paragraph(bold(words.title), plain(words.asOf), moment(queue.asOf, '{date_short_pretty} {time}')),
    shown.length === 0 ? paragraph(plain(words.none)) : shown,
  )
}
