import type { RefusalReason } from '../desk/action.ts'
import type { Ticket, TicketState } from '../desk/ticket.ts'
import type { Language } from '../language.ts'
import type { ErrorCode } from './errors.ts'

/**
 * Where somebody typed: a message stays in its chat, in a channel before everybody; a command or form leaves none.
 * A reply is a postmaster's, and the secret not their own; so is what they say in their channel, the desk.
 */
export type TypedIn = 'dm' | 'channel' | 'form' | 'reply' | 'desk'

/** Words for one person's eyes, best effort, after the commit. Never carries a step. */
export type Whisper =
  | { readonly kind: 'secret_removed'; readonly secrets: readonly string[]; readonly typedIn: TypedIn }
  /** Answer to an @mention or a slash command: the conversation goes on in the DM. */
  | { readonly kind: 'see_dm' }
  | { readonly kind: 'help' }
  | { readonly kind: 'status'; readonly ticket?: Ticket; readonly hasSession: boolean }
  | { readonly kind: 'cancelled'; readonly had: 'session' | 'nothing' }
  | { readonly kind: 'language_set' }
  | { readonly kind: 'bad_language' }
  /** Somebody else was faster with this ticket, and brought it to `state`. */
  | { readonly kind: 'late'; readonly state?: TicketState; readonly by?: string; readonly at?: number }
  | { readonly kind: 'refused'; readonly reason: RefusalReason | 'not_member' }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly reference: string }

/** A form to open right after the commit, while the click's trigger lives (3 s). */
export type Modal =
  | {
      readonly kind: 'hand_over'
      readonly session: string
      readonly version: number
      readonly mailbox?: string
    }
  | { readonly kind: 'reply'; readonly ticket: number; readonly version: number }
  | { readonly kind: 'resolve'; readonly ticket: number; readonly version: number }
  | { readonly kind: 'add'; readonly ticket: number; readonly version: number }

/** What a use case wants done for the person after its transaction is committed. */
export interface Reply {
  readonly language: Language
  readonly whispers: readonly Whisper[]
  readonly modal?: Modal
  /** For a form: field name -> what is wrong with it. The form stays open. */
  readonly fieldErrors?: Readonly<Record<string, 'mailbox_malformed' | 'missing'>>
}
