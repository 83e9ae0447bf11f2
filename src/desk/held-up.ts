import type { RefusalReason } from './action.ts'
import { approvedUntil, freshApprovals, isApproved } from './approvals.ts'
import { deskLimits } from './limits.ts'
import { closedStates } from './retention.ts'
import type { Ticket } from './ticket.ts'
import type { TicketActionType } from './ticket-action-type.ts'

/** So long a closed ticket can be reopened; after that it is a new case. */
export const reopenDays = 7
const reopenMs = reopenDays * 24 * 60 * 60 * 1000

/** A case about somebody else's mailbox is not resolved before its owner, or who hears for them, has known this long of it. */
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

/** A report; or what turned out to be one, once it was known whose mailbox it is. */
function isAboutOthers({ onBehalfOf, owner, requester }: Ticket): boolean {
  return onBehalfOf || (owner !== undefined && owner !== requester.user)
}

/**
 * Until when (ms since epoch) a case about somebody else's mailbox that can still be resolved must not be; undefined where that
 * is over, or never was. It does not begin before somebody was told: until then the end moves with `now`.
 */
export function coolingOffUntil(ticket: Ticket, now: number): number | undefined {
  const end = (ticket.notices[0]?.at ?? now) + coolingOffMs
  return isAboutOthers(ticket) && now < end && !closedStates.includes(ticket.state) ? end : undefined
}

function resolveHeldUp(ticket: Ticket, user: string, now: number): RefusalReason | undefined {
  if (coolingOffUntil(ticket, now) !== undefined) return 'cooling_off'
  return ticket.privileged && !isApproved(ticket, user, now) ? 'approvals_missing' : undefined
}

function addHeldUp({ messages }: Ticket, now: number): RefusalReason | undefined {
  const { most, withinMs } = deskLimits.additions
  const lately = messages.filter(({ from, at }) => from === 'requester' && now - at < withinMs)
  return lately.length >= most ? 'too_fast' : undefined
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
    case 'add':
      return addHeldUp(ticket, now)
    case 'reopen':
      return now - closedAt(ticket) > reopenMs ? 'reopen_over' : undefined
    case 'claim':
    case 'release':
    case 'hand':
    case 'ask':
    case 'reply':
    case 'note':
    case 'decline':
    case 'cancel':
    case 'confirm':
    case 'freeze':
    case 'unfreeze':
      return undefined
  }
}

/** From when on (ms since epoch) time alone takes a reason of `heldUp` away; undefined where it takes somebody to do something. */
export function heldUpUntil(
  ticket: Ticket,
  reason: RefusalReason,
  user: string,
  now: number,
): number | undefined {
  if (reason === 'cooling_off') return coolingOffUntil(ticket, now)
  if (reason !== 'already_approved') return undefined
  const own = freshApprovals(ticket, now).find((each) => each.user === user)
  return own && approvedUntil(own)
}

/** When (ms since epoch) something about the ticket ends next without anybody doing anything: its cooling-off, or an approval. */
export function nextEnd(ticket: Ticket, now: number): number | undefined {
  if (closedStates.includes(ticket.state)) return undefined
  const approvals = ticket.privileged ? freshApprovals(ticket, now).map(approvedUntil) : []
  const ends = [coolingOffUntil(ticket, now) ?? [], ...approvals].flat()
  return ends.length === 0 ? undefined : Math.min(...ends)
}
