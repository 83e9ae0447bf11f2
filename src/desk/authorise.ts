import type { Actor, RefusalReason } from './action.ts'
import { reachedBy } from './match-mailbox.ts'
import { rules } from './rules.ts'
import type { Ticket } from './ticket.ts'
import type { TicketActionType } from './ticket-action-type.ts'

function isRequester(actor: Actor, ticket: Ticket): boolean {
  return actor.team === ticket.team && actor.user === ticket.requester.user
}

/** Whether it is their mailbox, as far as Slack knows whose it is. */
function isOwner(actor: Actor, ticket: Ticket): boolean {
  if (actor.user === ticket.owner) return true
  return reachedBy(ticket.mailbox, []).some((each) => actor.addresses.includes(each))
}

/** Of a report the requester hears only that it was received, so there is nothing to say yes or no to. */
function asRequester(actor: Actor, action: TicketActionType, ticket: Ticket): RefusalReason | undefined {
  if (!isRequester(actor, ticket)) return 'not_requester'
  const answersResult = action === 'confirm' || action === 'reopen'
  return ticket.onBehalfOf && answersResult ? 'report_only' : undefined
}

/** The owner, and whoever was told for them; not the requester, whose Slack account may be in wrong hands, unless the mailbox is theirs. */
function asOwner(actor: Actor, ticket: Ticket): RefusalReason | undefined {
  const isTold = [ticket.owner, ticket.second].includes(actor.user)
  return isTold && actor.team === ticket.team ? undefined : 'not_owner'
}

/**
 * Whether `actor` may do `action` with `ticket`: nothing when allowed, else the reason to refuse. Asked on every click and on
 * every form, whatever was shown. Only full members act; what is the requester's own, only the requester may do; as a
 * postmaster nobody acts on a ticket that they asked for, or that is about their own mailbox. Pure; never throws.
 */
export function authorise(actor: Actor, action: TicketActionType, ticket: Ticket): RefusalReason | undefined {
  if (!actor.isMember) return 'not_member'
  const { by } = rules[action]
  if (by === 'requester') return asRequester(actor, action, ticket)
  if (by === 'owner') return asOwner(actor, ticket)
  if (!actor.isPostmaster || actor.team !== ticket.team) return 'not_postmaster'
  if (isRequester(actor, ticket)) return 'own_ticket'
  return isOwner(actor, ticket) ? 'own_mailbox' : undefined
}
