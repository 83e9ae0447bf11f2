import type { RichTextBlockElement } from '@slack/types'
import { approvedUntil, freshApprovals, missingApproval, resolvableUntil } from '../../desk/approvals.ts'
import { coolingOffUntil } from '../../desk/held-up.ts'
import { closedStates } from '../../desk/retention.ts'
import type { Approval, Ticket, TicketAlarm } from '../../desk/ticket.ts'
import type { Language } from '../../language.ts'
import { bold, type Inline, mention, moment, paragraph, plain } from './rich-text.ts'
import { cautionWords } from './words/caution-words.ts'
import { quietMarks as marks } from './words/quiet-marks.ts'
import { standingWords } from './words/standing-words.ts'

/** A ticket as it is at a moment (ms since epoch). */
interface Seen {
  readonly ticket: Ticket
  readonly language: Language
  readonly asOf: number
}

const shownLinks = 5
const dateAndTime = (at: number): Inline[] => moment(at, '{date_short_pretty} {time}')

/** What its owner, or somebody told for them, stopped, and what to do then: above all else. */
export function ticketStop({ frozen, owner }: Ticket, language: Language): RichTextBlockElement[] {
  if (frozen === undefined) return []
  const words = cautionWords[language]
  return [
    ...paragraph(
      plain(marks.red),
      bold(words.stopped),
      mention(frozen.by),
      plain(frozen.by === owner ? words.byOwner : words.forOwner),
      plain(' '),
      dateAndTime(frozen.at),
    ),
    ...paragraph(bold(words.stoppedNext)),
  ]
}

function lifted({ ticket, language }: Seen): Inline[] {
  const { unfrozen, frozen } = ticket
  if (unfrozen === undefined || frozen !== undefined) return []
  const words = cautionWords[language]
  const { checks, checkedBy } = standingWords[language]
  return [
    ...plain(`${marks.amber}${words.lifted}`),
    ...mention(unfrozen.by),
    ...plain(`${words.liftedBy} · `),
    ...dateAndTime(unfrozen.at),
    ...plain(` · ${checkedBy(checks[unfrozen.identityCheck])}`),
  ]
}

function alarmLine(alarm: TicketAlarm, { ticket, language }: Seen): Inline[] {
  const words = cautionWords[language]
  const { links } = ticket
  const shown = [...links.slice(0, shownLinks), ...(links.length > shownLinks ? ['…'] : [])].join(', ')
  const see = alarm === 'asked_by_others' && shown !== '' ? words.see(shown) : ''
  return plain(`${marks.alarm}${words.alarms[alarm]}${see}`)
}

function approvalLine(approval: Approval, language: Language): Inline[] {
  const words = cautionWords[language]
  const { checks, checkedBy } = standingWords[language]
  return [
    ...plain(marks.green),
    ...mention(approval.user),
    ...plain(`${words.approved} · ${checkedBy(checks[approval.identityCheck])}${words.since}`),
    ...moment(approval.at, '{time}'),
    ...plain(words.until),
    ...moment(approvedUntil(approval), '{time}'),
  ]
}

/** Of a closed ticket only who the two were. */
function approvedBy({ ticket, language }: Seen): RichTextBlockElement[] {
  const { approvals, resolvedAt } = ticket
  if (ticket.state !== 'resolved' || resolvedAt === undefined) return []
  const words = cautionWords[language]
  const names = freshApprovals(ticket, resolvedAt).map(({ user }) => mention(user))
  if (approvals.length === 0 || names.length === 0) return []
  const listed = names.flatMap((name, index) => [...plain(index === 0 ? '' : words.and), ...name])
  return paragraph(plain(`${marks.green}${words.twoDid}`), listed)
}

function twoPostmasters(seen: Seen): RichTextBlockElement[] {
  const { ticket, language, asOf } = seen
  if (!ticket.privileged) return []
  if (closedStates.includes(ticket.state)) return approvedBy(seen)
  const words = cautionWords[language]
  const missing = missingApproval(ticket, asOf)
  const given = freshApprovals(ticket, asOf).flatMap((each) => paragraph(approvalLine(each, language)))
  if (missing === undefined) {
    return [
      ...given,
      ...paragraph(
        plain(`${marks.green}${words.ready}`),
        moment(resolvableUntil(ticket) ?? asOf, '{time}'),
        plain(words.end),
      ),
    ]
  }
  const why = ticket.unfrozen === undefined ? words.two : words.twoSince
  return [...paragraph(plain(marks.amber), bold(why), plain(words.missing[missing])), ...given]
}

function coolingOff({ ticket, language, asOf }: Seen): Inline[] {
  const until = coolingOffUntil(ticket, asOf)
  if (until === undefined) return []
  const words = cautionWords[language]
  return [
    ...plain(marks.amber),
    ...bold(words.cooling),
    ...moment(until, '{time}'),
    ...plain(words.coolingWhy),
  ]
}

/** What makes one look twice, and what has to be there first. */
export function ticketCautions(seen: Seen): RichTextBlockElement[] {
  return [
    ...paragraph(lifted(seen)),
    ...seen.ticket.alarms.flatMap((alarm) => paragraph(alarmLine(alarm, seen))),
    ...twoPostmasters(seen),
    ...paragraph(coolingOff(seen)),
  ]
}
