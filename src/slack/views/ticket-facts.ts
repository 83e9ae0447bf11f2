import type { RichTextBlockElement } from '@slack/types'
import type { Ticket } from '../../desk/ticket.ts'
import { EscalationReason } from '../../guide/content.ts'
import { type Language, localise } from '../../language.ts'
import { cut, visible } from './escape.ts'
import { localTimeAndZone } from './local-time.ts'
import {
  bold,
  content,
  type Inline,
  mention,
  moment,
  numbered,
  paragraph,
  plain,
  quote,
  said,
} from './rich-text.ts'
import { ticketWords } from './words/ticket-words.ts'

/** So much of each part is shown that the worst ticket stays inside a message; the whole is in the store. */
const shown = {
  name: 80,
  mailbox: 254,
  screen: 500,
  note: 800,
  answered: 12,
  answer: 120,
  step: 400,
  messages: 5,
  message: 400,
}

const ours = (text: string, max: number): Inline[] => content(cut(visible(text), max))

/** "Ticket 1042 · second factor lost · open · opened 3 minutes ago" */
export function ticketTitle(ticket: Ticket, language: Language): RichTextBlockElement[] {
  const words = ticketWords[language]
  const reason = EscalationReason.safeParse(ticket.reason).data
  const title = reason === undefined ? localise(ticket.title, language) : words.reasons[reason]
  const parts = [words.ticket(ticket.number), cut(visible(title), 150), words.states[ticket.state]]
  const reopened = ticket.reopened > 0 ? plain(` · ${words.reopened(ticket.reopened)}`) : []
  return paragraph(
    bold(parts.join(' · ')),
    reopened,
    plain(` · ${words.opened}`),
    moment(ticket.openedAt, '{ago}'),
  )
}

function who(ticket: Ticket, language: Language): RichTextBlockElement[] {
  const words = ticketWords[language]
  const { requester } = ticket
  const time = localTimeAndZone(ticket.openedAt, { language, timeZone: requester.timeZone })
  const about = [
    ...said(requester.name, shown.name),
    ...plain(time === undefined ? '' : `, ${words.wroteAt(time)}`),
  ]
  return paragraph(
    bold(words.labels.who),
    mention(requester.user),
    ...(about.length === 0 ? [] : [plain(' ('), about, plain(')')]),
  )
}

/** A question as the head of its answer: without its own closing mark. */
function topic(question: string): string {
  return cut(visible(question).replace(/[\s?？.。:：]+$/u, ''), shown.answer)
}

function tried(ticket: Ticket, language: Language): Inline[] {
  const words = ticketWords[language]
  if (ticket.path.length === 0) return plain(words.nothingTried)
  const last = ticket.path.slice(-shown.answered)
  const answers = last.map(
    ({ question, answer }) =>
      `${topic(localise(question, language))}${words.colon}${cut(visible(localise(answer, language)), shown.answer)}`,
  )
  return plain([...(last.length < ticket.path.length ? ['…'] : []), ...answers].join(' → '))
}

/** Who asks for which mailbox, and what happened so far. */
export function ticketFacts(ticket: Ticket, language: Language): RichTextBlockElement[] {
  const words = ticketWords[language]
  const { labels } = words
  const mailbox = said(ticket.mailbox, shown.mailbox)
  const screen = said(ticket.screenText, shown.screen)
  const note = said(ticket.note, shown.note)
  return [
    ...who(ticket, language),
    ...paragraph(bold(labels.mailbox), mailbox, plain(` · ${words.match[ticket.match]}`)),
    ...paragraph(
      bold(labels.what),
      ours(localise(ticket.title, language), 200),
      note.length === 0 ? [] : [...plain(words.colon), ...note],
    ),
    ...(screen.length === 0 ? [] : paragraph(bold(labels.screen), screen)),
    ...paragraph(bold(labels.tried), tried(ticket, language)),
    ...paragraph(bold(labels.since), plain(words.since[ticket.lockedSince])),
  ]
}

/** The console steps for exactly this case, and what they risk. */
export function ticketTodo(ticket: Ticket, language: Language): RichTextBlockElement[] {
  const words = ticketWords[language]
  const { steps, warning } = ticket.todo
  const risk = warning === undefined ? [] : [...ours(localise(warning, language), shown.step), ...plain(' ')]
  return [
    ...paragraph(bold(words.labels.do), plain(words.after)),
    ...numbered(steps.slice(0, 8).map((step) => ours(localise(step, language), shown.step))),
    ...paragraph(plain(words.warning), risk, plain(words.notProof)),
  ]
}

/** The last things that were said, each with who and when. */
export function ticketMessages(ticket: Ticket, language: Language): RichTextBlockElement[] {
  if (ticket.messages.length === 0) return []
  const words = ticketWords[language]
  const last = ticket.messages.slice(-shown.messages)
  const left = ticket.messages.length - last.length
  return [
    ...paragraph(bold(words.labels.said), plain(left > 0 ? ` (${words.more(left)})` : '')),
    ...last.flatMap((message) => [
      ...paragraph(mention(message.user), plain(' · '), moment(message.at, '{date_short_pretty} {time}')),
      ...quote(said(message.text, shown.message)),
    ]),
  ]
}

/** Who has it, or what came of it. */
export function ticketState(ticket: Ticket, language: Language): RichTextBlockElement[] {
  const words = ticketWords[language]
  const at = (time: number | undefined): Inline[] =>
    time === undefined ? [] : [...plain(' · '), ...moment(time, '{date_short_pretty} {time}')]
  switch (ticket.state) {
    case 'open':
    case 'cancelled':
      return []
    case 'claimed':
      return ticket.claimedBy === undefined
        ? []
        : paragraph(bold(words.claimedBy), mention(ticket.claimedBy), at(ticket.claimedAt))
    case 'resolved':
      return paragraph(
        ...(ticket.resolvedBy === undefined ? [] : [bold(words.resolvedBy), mention(ticket.resolvedBy)]),
        at(ticket.resolvedAt),
        plain(ticket.outcome === undefined ? '' : ` · ${words.outcomes[ticket.outcome]}`),
        plain(
          ticket.identityCheck === undefined
            ? ''
            : ` · ${words.checkedBy(words.checks[ticket.identityCheck])}`,
        ),
        plain(ticket.confirmedAt === undefined ? '' : ` · ${words.confirmed}`),
      )
  }
}
