import type { Ticket, TicketState } from './ticket.ts'
import type { TicketActionType } from './ticket-action-type.ts'

/** Of a report the requester hears what was said to them by name, and what they did themselves. */
const heardOfReports: ReadonlySet<TicketActionType> = new Set(['ask', 'reply', 'add', 'cancel'])

/** What stays among the postmasters, and between them and the owner. */
const inside = ['note', 'approve', 'freeze', 'unfreeze'] as const
type InsideAction = (typeof inside)[number]

/** An action that its requester may hear of. */
export type HeardAction = Exclude<TicketActionType, InsideAction>

const insideActions: ReadonlySet<TicketActionType> = new Set(inside)

/** Whether the requester hears of `action`: never of what stays inside, and of a report only that it was received. */
export function hears(ticket: Ticket, action: TicketActionType): action is HeardAction {
  return !insideActions.has(action) && (!ticket.onBehalfOf || heardOfReports.has(action))
}

/** Where a report stands, without telling what became of it. */
function toldState(state: TicketState): TicketState {
  return state === 'cancelled' || state === 'waiting' ? state : 'open'
}

/** What only postmasters see of any ticket: their notes and moves, what is odd about it, and whom else it was told. */
function withoutInside(ticket: Ticket): Ticket {
  const { lastMove: _move, closedBefore: _before, second: _second, unfrozen: _thaw, ...rest } = ticket
  const { reminded: _reminded, frozen, owner, ...seen } = rest
  const isOwn = owner === ticket.requester.user
  return {
    ...seen,
    ...(isOwn && { owner }),
    ...(isOwn && frozen?.by === owner && { frozen }),
    notes: [],
    notices: [],
    approvals: [],
    alarms: [],
    links: [],
    privileged: false,
    emailTrust: 'unverified',
  }
}

/**
 * The ticket as its requester may see it: nothing that is the postmasters' own; and of a report about somebody else's mailbox neither who
 * has it nor what came of it. Its version stays, so that their buttons act.
 */
export function forRequester(ticket: Ticket): Ticket {
  const seen = withoutInside(ticket)
  if (!ticket.onBehalfOf) return seen
  const { claimedBy: _c, claimedAt: _ca, resolvedBy: _r, resolvedAt: _ra, ...rest } = seen
  const {
    declinedBy: _d,
    declinedAt: _da,
    declineReason: _dr,
    outcome: _o,
    identityCheck: _i,
    ...report
  } = rest
  return { ...report, state: toldState(ticket.state) }
}
