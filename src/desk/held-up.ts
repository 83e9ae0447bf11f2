import type { RefusalReason } from './action.ts'
import { freshApprovals, isApproved } from './approvals.ts'
import type { Ticket } from './ticket.ts'
import type { TicketActionType } from './ticket-action-type.ts'

/** So long a closed ticket can be reopened; after that it is a new case. */
export const reopenDays = 7
const reopenMs = reopenDays * 24 * 60 * 60 * 1000

/** A report about somebody else's mailbox is not resolved before its owner has had this long to say that it was not them. */
export const coolingOffMinutes = 30
const coolingOffMs = coolingOffMinutes * 60_000

/** What goes on with a ticket that its owner has stopped. What its requester wants waits; words are never thrown away. */
const goesOnFrozen: ReadonlySet<TicketActionType> = new Set([
  'claim',
  'release',
  'hand',
  'note',
  'add',
  'decline',
  'unfreeze',
])

function closedAt({ resolvedAt, declinedAt, state }: Ticket): number {
  return (state === 'declined' ? declinedAt : resolvedAt) ?? 0
}

function resolveHeldUp(ticket: Ticket, user: string, now: number): RefusalReason | undefined {
  if (ticket.onBehalfOf && now - ticket.openedAt < coolingOffMs) return 'cooling_off'
  return ticket.privileged && !isApproved(ticket, user, now) ? 'approvals_missing' : undefined
}

/** Why an action that is somebody's to take must not be taken yet, or no longer, at `now` (ms since epoch). Pure. */
export function heldUp(
  ticket: Ticket,
  action: TicketActionType,
  user: string,
  now: number,
): RefusalReason | undefined {
  if (ticket.frozen !== undefined && !goesOnFrozen.has(action)) return 'frozen'
  switch (action) {
    case 'resolve':
      return resolveHeldUp(ticket, user, now)
    case 'approve':
      return freshApprovals(ticket, now).some((each) => each.user === user) ? 'already_approved' : undefined
    case 'reopen':
      return now - closedAt(ticket) > reopenMs ? 'reopen_over' : undefined
    case 'claim':
    case 'release':
    case 'hand':
    case 'ask':
    case 'reply':
    case 'note':
    case 'decline':
    case 'add':
    case 'cancel':
    case 'confirm':
    case 'freeze':
    case 'unfreeze':
      return undefined
  }
}
