import { z } from 'zod'
import { DeclineReason, IdentityCheck, LockedSince, Outcome } from '../desk/ticket.ts'
import { TicketActionType } from '../desk/ticket-action-type.ts'
import { Language } from '../language.ts'

/**
 * The contract between views (which write these) and listeners (which read them back).
 *
 * Buttons of a session's card have an action_id `card:<what>[:<id>]` and a value that is a CardValue;
 * buttons of tickets `ticket:<what>` with a TicketValue, and a menu `ticket:more` whose options are each a MoreValue; the Home tab `home:<what>` without a value;
 * lists of tickets `desk:show` with a ListedValue;
 * buttons that only open a link `link:<what>`. A form's callback_id is its Modal kind, its private_metadata the Modal
 * as JSON, each input's block_id the field's name and its action_id `value`.
 */
export const CardPress = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('picked'), flow: z.string() }),
  z.strictObject({ type: z.literal('none_of_these') }),
  z.strictObject({ type: z.literal('chose'), choice: z.string() }),
  z.strictObject({ type: z.literal('back') }),
  z.strictObject({ type: z.literal('start_over') }),
  z.strictObject({ type: z.literal('remind') }),
  z.strictObject({ type: z.literal('asked_for_postmaster') }),
  z.strictObject({ type: z.literal('language'), language: Language }),
  z.strictObject({ type: z.literal('rated'), helped: z.boolean() }),
])
export type CardPress = z.infer<typeof CardPress>

export const CardValue = z.strictObject({ session: z.string(), version: z.int(), press: CardPress })
export type CardValue = z.infer<typeof CardValue>

export const TicketButton = TicketActionType
export type TicketButton = TicketActionType

export const TicketValue = z.strictObject({ ticket: z.int(), version: z.int() })
export type TicketValue = z.infer<typeof TicketValue>

export const MoreValue = z.strictObject({ action: TicketButton, ...TicketValue.shape })
export type MoreValue = z.infer<typeof MoreValue>

/** A ticket chosen from a list: `desk:show`. */
export const ListedValue = z.strictObject({ ticket: z.int() })
export type ListedValue = z.infer<typeof ListedValue>

export const HomeButton = z.enum(['start', 'status'])
export type HomeButton = z.infer<typeof HomeButton>

const text = z.string().trim().max(3000)

/** What each form sends back, once its inputs are read. */
export const HandOverForm = z.strictObject({
  mailbox: text.min(1),
  screenText: text,
  note: text,
  lockedSince: LockedSince,
  /** The box that says whose mailbox it is; a form of an older release has none. */
  onBehalfOf: z
    .enum(['', 'yes'])
    .default('')
    .transform((ticked) => ticked !== ''),
})
export type HandOverForm = z.infer<typeof HandOverForm>
export const ReplyForm = z.strictObject({ text: text.min(1) })
export type ReplyForm = z.infer<typeof ReplyForm>
export const HandForm = z.strictObject({ to: text.min(1) })
export type HandForm = z.infer<typeof HandForm>
export const DeclineForm = z.strictObject({ reason: DeclineReason, text })
export type DeclineForm = z.infer<typeof DeclineForm>
export const ResolveForm = z.strictObject({ outcome: Outcome, identityCheck: IdentityCheck })
export type ResolveForm = z.infer<typeof ResolveForm>
export const CheckForm = ResolveForm.pick({ identityCheck: true })
export type CheckForm = z.infer<typeof CheckForm>
export const AddForm = ReplyForm
export type AddForm = ReplyForm

/** The metadata event_type and payload by which a post is found again in Slack. */
export const postEventType = 'postern_post'
export const PostMetadata = z.object({ post_id: z.string() })
export type PostMetadata = z.infer<typeof PostMetadata>
