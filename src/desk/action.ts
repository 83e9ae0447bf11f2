import type { IdentityCheck, Outcome, Ticket } from './ticket.ts'

/** What somebody wants to do with a ticket. */
export type TicketAction =
  | { readonly type: 'claim' }
  | { readonly type: 'release' }
  | { readonly type: 'reply'; readonly text: string }
  | { readonly type: 'resolve'; readonly outcome: Outcome; readonly identityCheck: IdentityCheck }
  /** The requester's own: add a remark, say it is no longer needed, or that it did or did not work. */
  | { readonly type: 'add'; readonly text: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'confirm' }
  | { readonly type: 'reopen' }

export type TicketActionType = TicketAction['type']

/** Who acts, and what Slack said about them at this moment. */
export interface Actor {
  readonly team: string
  readonly user: string
  readonly isPostmaster: boolean
}

export type RefusalReason = 'not_postmaster' | 'own_ticket' | 'not_requester'

/** What became of an action. `late` names who was faster, where somebody was. */
export type TicketChange =
  | { readonly kind: 'changed'; readonly ticket: Ticket }
  | { readonly kind: 'late'; readonly by?: string; readonly at?: number }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
