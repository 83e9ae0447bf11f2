import { z } from 'zod'
import { Language, Localised } from '../language.ts'
import { TicketActionType } from './ticket-action-type.ts'

/** Who asks, as Slack knew them when the ticket was opened. */
export const Requester = z.strictObject({
  user: z.string(),
  name: z.string(),
  email: z.string().optional(),
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
