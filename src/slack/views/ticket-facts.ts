import type { RichTextBlockElement } from '@slack/types'
import type { Ticket } from '../../desk/ticket.ts'
import { EscalationReason } from '../../guide/content.ts'
import { type Language, localise } from '../../language.ts'
import { cut, visible } from './escape.ts'
import { localTimeAndZone } from './local-time.ts'
import { bold, content, type Inline, mention, moment, numbered, paragraph, plain, said } from './rich-text.ts'
import { ticketOwner } from './ticket-owner.ts'
import { quietMarks } from './words/quiet-marks.ts'
import { ticketWords } from './words/ticket-words.ts'

/** So much of each part is shown that the worst ticket stays inside a message; the whole is in the store. */
const shown = {
  name: 80,
  mailbox: 254,
  screen: 500,
  note: 800,
  answered: 12,
  answer: 100,
  step: 330,
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
    plain(ticket.frozen === undefined ? '' : quietMarks.red),
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

const slackAddress = (ticket: Ticket): Inline[] => said(ticket.requester.email ?? '', shown.mailbox)

function mailboxLine(ticket: Ticket, language: Language): RichTextBlockElement[] {
  const words = ticketWords[language]
  return paragraph(
    bold(words.labels.mailbox),
    said(ticket.mailbox, shown.mailbox),
    plain(` · ${words.match[ticket.match]}`),
    ticket.match === 'alias' ? slackAddress(ticket) : [],
  )
}

/** How far the address is to be trusted that the mailbox was held against. */
function addressLine({ requester, emailTrust }: Ticket, language: Language): RichTextBlockElement[] {
  const words = ticketWords[language]
  const { email, emailConfirmed, checkedAt } = requester
  if (email === undefined) return []
  const confirmed = emailConfirmed === false ? ` · ${quietMarks.amber}${words.unconfirmed}` : ''
  return paragraph(
    bold(words.labels.address),
    plain(`${words.trust[emailTrust]}${confirmed}`),
    checkedAt === undefined
      ? []
      : [...plain(` · ${words.checkedAt}`), ...moment(checkedAt, '{date_short_pretty} {time}')],
  )
}

/** A mailbox that is not surely the requester's: both addresses, and how to go about it. */
function warning(ticket: Ticket, language: Language): RichTextBlockElement[] {
  if (!ticket.onBehalfOf) return []
  const words = ticketWords[language]
  const { slack, asked, end } = words.mismatch
  const both = [
    ...plain(slack),
    ...slackAddress(ticket),
    ...plain(asked),
    ...said(ticket.mailbox, shown.mailbox),
    ...plain(end),
  ]
  const claim = ticket.match === 'same' || ticket.match === 'alias' ? plain(words.othersMailbox) : []
  return paragraph(plain(words.warning), ticket.match === 'different' ? both : claim, plain(words.report))
}

/** Who asks for which mailbox, and what happened so far. */
export function ticketFacts(ticket: Ticket, language: Language): RichTextBlockElement[] {
  const words = ticketWords[language]
  const { labels } = words
  const screen = said(ticket.screenText, shown.screen)
  const note = said(ticket.note, shown.note)
  return [
    ...who(ticket, language),
    ...mailboxLine(ticket, language),
    ...addressLine(ticket, language),
    ...ticketOwner(ticket, language),
    ...warning(ticket, language),
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
