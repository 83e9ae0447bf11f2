import type { DeclineReason, IdentityCheck, Outcome, Ticket } from './ticket.ts'
import type { TicketActionType } from './ticket-action-type.ts'

/** Who acts, and what Slack said about them at this moment. */
export interface Actor {
  readonly team: string
  readonly user: string
  /** A full, active, human member of the home workspace. */
  readonly isMember: boolean
  readonly isPostmaster: boolean
  /** The mailboxes that are their own: the address in Slack and its like in the company's other domains, normalised. */
  readonly addresses: readonly string[]
}

/** What somebody wants to do with a ticket. */
export type TicketAction =
  | { readonly type: 'claim' }
  | { readonly type: 'release' }
  /** To a colleague, who must be somebody who could claim it. */
  | { readonly type: 'hand'; readonly to: Actor }
  /** Of the requester, on whose answer it waits. */
  | { readonly type: 'ask'; readonly text: string }
  | { readonly type: 'reply'; readonly text: string }
  /** For postmasters only. */
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'resolve'; readonly outcome: Outcome; readonly identityCheck: IdentityCheck }
  | { readonly type: 'decline'; readonly reason: DeclineReason; readonly text?: string }
  /** The requester's own: add a remark or an answer, say it is no longer needed, or that it did or did not work. */
  | { readonly type: 'add'; readonly text: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'confirm' }
  | { readonly type: 'reopen' }
  /** Of a ticket that needs two postmasters: one of them, who made sure who is asking. */
  | { readonly type: 'approve'; readonly identityCheck: IdentityCheck }
  /** The owner's "This wasn't me", and that of whoever is told of it for them. */
  | { readonly type: 'freeze' }
  /** Once a postmaster has spoken with the owner; from then on it takes two. */
  | { readonly type: 'unfreeze'; readonly identityCheck: IdentityCheck }

export type RefusalReason =
  | 'not_member'
  | 'not_postmaster'
  | 'own_ticket'
  | 'own_mailbox'
  | 'not_requester'
  /** It is about somebody else's mailbox. */
  | 'report_only'
  /** It was closed too long ago. */
  | 'reopen_over'
  /** Whoever it was to be handed to may not act on it, or has it already. */
  | 'target_unfit'
  | 'target_same'
  /** Neither the mailbox's owner nor somebody who was told of the ticket for them. */
  | 'not_owner'
  /** Its owner stopped it. */
  | 'frozen'
  /** A report that is too young to be resolved. */
  | 'cooling_off'
  /** It takes two postmasters, and two approvals that are fresh. */
  | 'approvals_missing'
  | 'already_approved'
  /** They have added as much in a short time as one case takes. */
  | 'too_fast'

/** Somebody was faster: what they did, who and when, as far as the ticket tells. */
export interface Late {
  readonly kind: 'late'
  readonly action?: TicketActionType
  readonly by?: string
  readonly at?: number
}

/** What became of an action. */
export type TicketChange =
  | { readonly kind: 'changed'; readonly ticket: Ticket }
  | Late
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
