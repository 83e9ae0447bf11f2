import { z } from 'zod'
import { Language, Localised } from '../language.ts'
import { EmailTrust } from './policy.ts'
import { TicketActionType } from './ticket-action-type.ts'

/** Who asks, as Slack knew them when the ticket was opened. */
export const Requester = z.strictObject({
  user: z.string(),
  name: z.string(),
  email: z.string().optional(),
  /** What Slack says about the address; missing where it says nothing. */
  emailConfirmed: z.boolean().optional(),
  /** When Slack was asked, ms since epoch; missing on tickets of older releases. */
  checkedAt: z.int().optional(),
  timeZone: z.string().optional(),
  language: Language,
})
export type Requester = z.infer<typeof Requester>

/** One answered question on the way here, in words, so that later content changes cannot alter it. */
const Answered = z.strictObject({ question: Localised, answer: Localised })

/** Since when the person cannot get in, as they say. */
export const LockedSince = z.enum(['just_now', 'today', 'yesterday', 'longer'])
export type LockedSince = z.infer<typeof LockedSince>

/** How a postmaster made sure who is asking. Only the method is kept, never a number or a document. */
export const IdentityCheck = z.enum([
  'callback',
  'in_person',
  'video_with_company_id',
  'manager_vouched',
  'idp_challenge',
])
export type IdentityCheck = z.infer<typeof IdentityCheck>

/** What was done in the mail product. */
export const Outcome = z.enum(['unlocked', 'password_reset', 'phone_unbound', 'enabled', 'other'])
export type Outcome = z.infer<typeof Outcome>

/** Why a postmaster does not do what was asked. */
export const DeclineReason = z.enum([
  'identity_not_confirmed',
  'not_their_mailbox',
  'not_mail',
  'no_answer',
  'duplicate',
  'other',
])
export type DeclineReason = z.infer<typeof DeclineReason>

/**
 * The mailbox asked for, held against the address that Slack has for the requester: the same; the same name in another of
 * the company's domains; another address; or Slack has none to compare.
 */
export const MailboxMatch = z.enum(['same', 'alias', 'different', 'unknown'])
export type MailboxMatch = z.infer<typeof MailboxMatch>

export const TicketState = z.enum(['open', 'claimed', 'waiting', 'resolved', 'declined', 'cancelled'])
export type TicketState = z.infer<typeof TicketState>

/** What is out of the ordinary about a ticket, for postmasters to see before they do anything (security.md C16, C19). */
export const TicketAlarm = z.enum([
  /** The second case about this mailbox within a day. */
  'repeated',
  /** A second factor is to go within a day of a new password. */
  'second_factor_after_reset',
  /** The requester asks for several mailboxes. */
  'several_mailboxes',
  /** Somebody else asks for the same mailbox. */
  'asked_by_others',
  /** Its owner stopped another ticket about this mailbox. */
  'stopped_before',
  /** Words of urgency or rank: a reason to take one's time. */
  'pressure',
])
export type TicketAlarm = z.infer<typeof TicketAlarm>

/** One postmaster's word that they made sure who is asking. */
const Approval = z.strictObject({ user: z.string(), at: z.int(), identityCheck: IdentityCheck })
export type Approval = z.infer<typeof Approval>

/**
 * How the mailbox's owner was told that a ticket opened or closed, or why nobody could be: `requester` heard of it as the
 * requester, `no_account` has none in Slack. `second` heard because that proves nothing.
 */
export const OwnerNotice = z.strictObject({
  of: z.enum(['opened', 'closed']),
  at: z.int(),
  owner: z.enum(['told', 'requester', 'no_account']),
  second: z.enum(['manager', 'security', 'nobody']).optional(),
})

const Closed = z.strictObject({
  state: z.enum(['resolved', 'declined']),
  by: z.string(),
  at: z.int(),
  reason: DeclineReason.optional(),
})

/** An escalation. Times are ms since epoch. */
export const Ticket = z.strictObject({
  number: z.int().min(1),
  team: z.string(),
  requester: Requester,
  mailbox: z.string(),
  match: MailboxMatch,
  /** Somebody else's mailbox, as the requester says or the addresses tell: a report, of which they hear that it was received. */
  onBehalfOf: z.boolean().default(false),
  /** The Slack user whose address the mailbox is, where that is known. */
  owner: z.string().optional(),
  /** The Slack user who is told besides the owner: the requester's manager, or the security contact. */
  second: z.string().optional(),
  notices: z.array(OwnerNotice).default([]),
  /** Whether Slack's addresses are managed by the company, as it was set when the ticket was opened. */
  emailTrust: EmailTrust.default('unverified'),
  /** It takes two postmasters: the mailbox is one of those, or its owner once stopped the ticket. */
  privileged: z.boolean().default(false),
  approvals: z.array(Approval).default([]),
  /** Its owner, or whoever was told for them, said that this was not them. */
  frozen: z.strictObject({ by: z.string(), at: z.int() }).optional(),
  /** A postmaster spoke with the owner after that, and let it go on. */
  unfrozen: z.strictObject({ by: z.string(), at: z.int(), identityCheck: IdentityCheck }).optional(),
  alarms: z.array(TicketAlarm).default([]),
  /** Tickets of other people about the same mailbox. */
  links: z.array(z.int()).default([]),
  /** When the postmasters were last reminded of it, and how often so far. */
  reminded: z.strictObject({ at: z.int(), count: z.int() }).optional(),
  reason: z.string(),
  title: Localised,
  /** What the screen says and a free note; both already free of secrets. */
  screenText: z.string(),
  note: z.string(),
  lockedSince: LockedSince,
  path: z.array(Answered),
  todo: z.strictObject({ steps: z.array(Localised), warning: Localised.optional() }),
  state: TicketState,
  version: z.int().min(1),
  openedAt: z.int(),
  claimedBy: z.string().optional(),
  claimedAt: z.int().optional(),
  resolvedBy: z.string().optional(),
  resolvedAt: z.int().optional(),
  outcome: Outcome.optional(),
  identityCheck: IdentityCheck.optional(),
  declinedBy: z.string().optional(),
  declinedAt: z.int().optional(),
  declineReason: DeclineReason.optional(),
  /** When the requester said that it worked. */
  confirmedAt: z.int().optional(),
  reopened: z.int().min(0),
  /** How it was closed before it was last reopened. */
  closedBefore: Closed.optional(),
  /** What was done last, by whom; `to` is who it was handed to. Missing while nothing was done, and on tickets of older releases. */
  lastMove: z
    .strictObject({
      action: TicketActionType,
      user: z.string(),
      at: z.int(),
      to: z.string().optional(),
    })
    .optional(),
  /** What was said about it, oldest first; at most 20 are kept. */
  messages: z.array(
    z.strictObject({
      from: z.enum(['requester', 'postmaster']),
      user: z.string(),
      text: z.string(),
      at: z.int(),
    }),
  ),
  /** The postmasters' own, oldest first; at most 20 are kept. Never shown to the requester. */
  notes: z.array(z.strictObject({ user: z.string(), text: z.string(), at: z.int() })).default([]),
})
export type Ticket = z.infer<typeof Ticket>
