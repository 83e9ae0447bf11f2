import type { Actor, RefusalReason, TicketActionType } from './action.ts'
import type { Ticket } from './ticket.ts'

/** Who an action belongs to. */
const side = {
  claim: 'postmaster',
  release: 'postmaster',
  reply: 'postmaster',
  resolve: 'postmaster',
  add: 'requester',
  cancel: 'requester',
  confirm: 'requester',
  reopen: 'requester',
} as const satisfies Record<TicketActionType, 'postmaster' | 'requester'>

function isRequester(actor: Actor, ticket: Ticket): boolean {
  return actor.team === ticket.team && actor.user === ticket.requester.user
}

/**
 * Whether `actor` may do `action` with `ticket`: nothing when allowed, else the reason to refuse.
 * Nobody acts on their own ticket as a postmaster; what is the requester's own, only the requester may do.
 * Any postmaster may release, so that a ticket is not stuck with somebody who has gone home.
 */
export function authorise(actor: Actor, action: TicketActionType, ticket: Ticket): RefusalReason | undefined {
  if (side[action] === 'requester') return isRequester(actor, ticket) ? undefined : 'not_requester'
  if (!actor.isPostmaster || actor.team !== ticket.team) return 'not_postmaster'
  return isRequester(actor, ticket) ? 'own_ticket' : undefined
}
