import type { Ticket, TicketState } from './ticket.ts'
import type { TicketActionType } from './ticket-action-type.ts'

/** Of a report the requester hears what was said to them by name, and what they did themselves. */
const heardOfReports: ReadonlySet<TicketActionType> = new Set(['ask', 'reply', 'add', 'cancel'])

/** Whether the requester hears of `action`: never of a note, and of a report only that it was received. */
export function hears(ticket: Ticket, action: TicketActionType): boolean {
  return action !== 'note' && (!ticket.onBehalfOf || heardOfReports.has(action))
}

/** Where a report stands, without telling what became of it. */
function toldState(state: TicketState): TicketState {
  return state === 'cancelled' || state === 'waiting' ? state : 'open'
}

/**
 * The ticket as its requester may see it: no note, no trace of one; and of a report about somebody else's mailbox neither who
 * has it nor what came of it. Its version stays, so that their buttons act.
 */
export function forRequester(ticket: Ticket): Ticket {
  const { lastMove: _move, closedBefore: _before, ...seen } = ticket
  if (!ticket.onBehalfOf) return { ...seen, notes: [] }
  const { claimedBy: _c, claimedAt: _ca, resolvedBy: _r, resolvedAt: _ra, ...rest } = seen
  const {
    declinedBy: _d,
    declinedAt: _da,
    declineReason: _dr,
    outcome: _o,
    identityCheck: _i,
    ...report
  } = rest
  return { ...report, notes: [], state: toldState(ticket.state) }
}
