import type { RichTextBlockElement } from '@slack/types'
import type { Ticket } from '../../desk/ticket.ts'
import type { TicketActionType } from '../../desk/ticket-action-type.ts'
import type { Language } from '../../language.ts'
import { bold, type Inline, mention, moment, paragraph, plain } from './rich-text.ts'
import { standingWords } from './words/standing-words.ts'

function on(time: number | undefined): Inline[] {
  return time === undefined ? [] : [...plain(' · '), ...moment(time, '{date_short_pretty} {time}')]
}

function by(label: string, user: string | undefined, at: number | undefined): Inline[] {
  return user === undefined ? [] : [...bold(label), ...mention(user), ...on(at)]
}

/** Who has it, or what came of it. */
function standing(ticket: Ticket, language: Language): Inline[] {
  const words = standingWords[language]
  switch (ticket.state) {
    case 'open':
    case 'cancelled':
      return []
    case 'claimed':
    case 'waiting':
      return by(words.claimedBy, ticket.claimedBy, ticket.claimedAt)
    case 'resolved': {
      const { outcome, identityCheck, confirmedAt } = ticket
      return [
        ...by(words.resolvedBy, ticket.resolvedBy, ticket.resolvedAt),
        ...plain(outcome === undefined ? '' : ` · ${words.outcomes[outcome]}`),
        ...plain(identityCheck === undefined ? '' : ` · ${words.checkedBy(words.checks[identityCheck])}`),
        ...plain(confirmedAt === undefined ? '' : ` · ${words.confirmed}`),
      ]
    }
    case 'declined': {
      const { declineReason } = ticket
      const why = declineReason === undefined ? '' : ` · ${words.declineReasons[declineReason]}`
      return [...by(words.declinedBy, ticket.declinedBy, ticket.declinedAt), ...plain(why)]
    }
  }
}

/** What other lines tell already. */
const told: ReadonlySet<TicketActionType> = new Set(['claim', 'resolve', 'decline', 'freeze', 'unfreeze'])

function lastMove({ lastMove: move }: Ticket, language: Language): Inline[] {
  if (move === undefined || told.has(move.action)) return []
  const words = standingWords[language]
  return [
    ...bold(words.move),
    ...mention(move.user),
    ...plain(words.moves[move.action]),
    ...(move.to === undefined ? [] : mention(move.to)),
    ...plain(' · '),
    ...moment(move.at, '{ago}'),
  ]
}

function closedBefore({ closedBefore: closed }: Ticket, language: Language): Inline[] {
  if (closed === undefined) return []
  const { before, declineReasons } = standingWords[language]
  const why = closed.reason === undefined ? '' : ` · ${declineReasons[closed.reason]}`
  return [...plain(before[closed.state]), ...mention(closed.by), ...on(closed.at), ...plain(why)]
}

/** Who has it or what came of it, what was done last, and how it was closed before it was opened again. */
export function ticketState(ticket: Ticket, language: Language): RichTextBlockElement[] {
  return [
    ...paragraph(standing(ticket, language)),
    ...paragraph(lastMove(ticket, language)),
    ...paragraph(closedBefore(ticket, language)),
  ]
}
