import type { RichTextBlockElement } from '@slack/types'
import type { Ticket } from '../../desk/ticket.ts'
import type { Language } from '../../language.ts'
import { bold, mention, moment, paragraph, plain, quote, said } from './rich-text.ts'
import { ticketWords } from './words/ticket-words.ts'

/** So much is shown that the worst ticket stays inside a message; the rest is in the store. */
const shown = { messages: 5, message: 350, notes: 3, note: 300 }

interface Said {
  readonly user: string
  readonly text: string
  readonly at: number
}

function talk(
  all: readonly Said[],
  head: string,
  max: { readonly count: number; readonly text: number },
  language: Language,
): RichTextBlockElement[] {
  if (all.length === 0) return []
  const last = all.slice(-max.count)
  const left = all.length - last.length
  return [
    ...paragraph(bold(head), plain(left > 0 ? ` (${ticketWords[language].more(left)})` : '')),
    ...last.flatMap((each) => [
      ...paragraph(mention(each.user), plain(' · '), moment(each.at, '{date_short_pretty} {time}')),
      ...quote(said(each.text, max.text)),
    ]),
  ]
}

/** The last things that were said, each with who and when. */
export function ticketMessages(ticket: Ticket, language: Language): RichTextBlockElement[] {
  const { said: head } = ticketWords[language].labels
  return talk(ticket.messages, head, { count: shown.messages, text: shown.message }, language)
}

/** What the postmasters wrote for each other. */
export function ticketNotes(ticket: Ticket, language: Language): RichTextBlockElement[] {
  const { notes: head } = ticketWords[language].labels
  return talk(ticket.notes, head, { count: shown.notes, text: shown.note }, language)
}
