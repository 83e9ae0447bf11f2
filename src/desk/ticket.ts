import { z } from 'zod'
import { Language, Localised } from '../language.ts'

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
export const IdentityCheck = z.enum(['callback', 'in_person', 'video_with_company_id', 'manager_vouched'])
export type IdentityCheck = z.infer<typeof IdentityCheck>

/** What was done in the mail product. */
export const Outcome = z.enum(['unlocked', 'password_reset', 'phone_unbound', 'enabled', 'other'])
export type Outcome = z.infer<typeof Outcome>

/** Whether the mailbox asked for is the address Slack has for the requester. */
export const MailboxMatch = z.enum(['same', 'different', 'unknown'])
export type MailboxMatch = z.infer<typeof MailboxMatch>

export const TicketState = z.enum(['open', 'claimed', 'resolved', 'cancelled'])
export type TicketState = z.infer<typeof TicketState>

/** An escalation. Times are ms since epoch. */
export const Ticket = z.strictObject({
  number: z.int().min(1),
  team: z.string(),
  requester: Requester,
  mailbox: z.string(),
  match: MailboxMatch,
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
  /** When the requester said that it worked. */
  confirmedAt: z.int().optional(),
  reopened: z.int().min(0),
  /** What was said about it, oldest first; at most 20 are kept. */
  messages: z.array(
    z.strictObject({
      from: z.enum(['requester', 'postmaster']),
      user: z.string(),
      text: z.string(),
      at: z.int(),
    }),
  ),
})
export type Ticket = z.infer<typeof Ticket>
