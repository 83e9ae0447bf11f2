import type { Absence } from '../desk/absence.ts'
import type { RefusalReason } from '../desk/action.ts'
import type { Queue } from '../desk/queue.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { TicketActionType } from '../desk/ticket-action-type.ts'
import type { Language } from '../language.ts'
import type { ErrorCode } from './errors.ts'
import type { Figures } from './figures.ts'

/**
 * Where somebody typed: a message stays in its chat, in a channel before everybody; a command or form leaves none.
 * A reply is a postmaster's, and the secret not their own; so is what they say in their channel, the desk.
 */
export type TypedIn = 'dm' | 'channel' | 'form' | 'reply' | 'desk'

/** Words for one person's eyes, best effort, after the commit. Never carries a step. */
export type Whisper =
  | { readonly kind: 'secret_removed'; readonly secrets: readonly string[]; readonly typedIn: TypedIn }
  /** They wrote more within a minute than is read. */
  | { readonly kind: 'too_fast' }
  /** Answer to an @mention or a slash command: the conversation goes on in the DM. */
  | { readonly kind: 'see_dm' }
  | { readonly kind: 'help' }
  | {
      readonly kind: 'status'
      readonly ticket?: Ticket
      /** Where it waits for postmasters who are not at work. */
      readonly absence?: Absence
      readonly hasSession: boolean
    }
  | { readonly kind: 'cancelled'; readonly had: 'session' | 'nothing' }
  | { readonly kind: 'language_set' }
  | { readonly kind: 'bad_language' }
  /** Somebody else was faster with this ticket, and did `action`. */
  | { readonly kind: 'late'; readonly action?: TicketActionType; readonly by?: string; readonly at?: number }
  /** To an owner who says once more that it was not them. */
  | { readonly kind: 'stopped' }
  /** To whoever reported something about somebody else's mailbox: all they hear, whatever became of it. */
  | { readonly kind: 'received' }
  /** The same for the requester of a case about their own mailbox, where there is nothing else that they may hear. */
  | { readonly kind: 'in_hand' }
  /** To a requester who stopped the case themselves. */
  | { readonly kind: 'stopped_by_you' }
  /** `until`: from when on (ms since epoch) it is possible, where it only takes time. */
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly until?: number }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'queue'; readonly queue: Queue }
  | { readonly kind: 'figures'; readonly figures: Figures; readonly days: number }
  /** They asked for what only postmasters are told, */
  | { readonly kind: 'for_postmasters' }
  /** or Slack did not say whether they are one. */
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'bad_period' }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly reference: string }

/** The actions on a ticket that ask for something first. */
export type TicketForm = Exclude<TicketActionType, 'claim' | 'cancel' | 'confirm' | 'reopen' | 'freeze'>

/** A form to open right after the commit, while the click's trigger lives (3 s). */
export type Modal =
  | {
      readonly kind: 'hand_over'
      readonly session: string
      readonly version: number
      readonly mailbox?: string
    }
  /** `report`: it is about somebody else's mailbox, and the requester hears of it only what is written to them. */
  | {
      readonly kind: TicketForm
      readonly ticket: number
      readonly version: number
      readonly report?: true
    }

/** What is wrong with a field of a form. */
export type FieldError =
  | 'mailbox_malformed'
  | 'mailbox_look_alike'
  | 'missing'
  /** They have asked for as much today as one person may. */
  | 'too_many'
  /** The colleague chosen may not act on this ticket, or has it already. */
  | 'target_unfit'
  | 'target_same'
  /** They have added as much in a short time as one case takes. */
  | 'too_fast'

/** What a use case wants done for the person after its transaction is committed. */
export interface Reply {
  readonly language: Language
  readonly whispers: readonly Whisper[]
  readonly modal?: Modal
  /** For a form: field name -> what is wrong with it. The form stays open. */
  readonly fieldErrors?: Readonly<Record<string, FieldError>>
}
