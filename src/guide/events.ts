import type { Language } from '../language.ts'
import type { FlowId, Place } from './guide.ts'

/** What somebody said, once understood; `flows` are intent ids. */
export type Heard =
  /** `also` is a second thing they asked for, to be offered after the first. */
  | { readonly kind: 'accept'; readonly intent: FlowId; readonly also?: FlowId | undefined }
  | { readonly kind: 'clarify'; readonly intents: readonly FlowId[] }
  | { readonly kind: 'fallback' }
  /** They typed what their screen says, which belongs to one place; `also` as above. */
  | { readonly kind: 'screen'; readonly place: Place; readonly also?: FlowId | undefined }

/** Something that happened to a session. */
export type GuideEvent =
  | { readonly type: 'said'; readonly heard: Heard }
  /** A button of the menu or of a clarifying question. */
  | { readonly type: 'picked'; readonly flow: FlowId }
  | { readonly type: 'none_of_these' }
  | { readonly type: 'chose'; readonly choice: string }
  | { readonly type: 'back' }
  | { readonly type: 'start_over' }
  /** "Remind me", on a node that offers it. */
  | { readonly type: 'remind' }
  /** The reminder's time has come. */
  | { readonly type: 'due' }
  | { readonly type: 'asked_for_postmaster' }
  | { readonly type: 'handed_over'; readonly ticket: number }
  | { readonly type: 'cancelled' }
  | { readonly type: 'language'; readonly language: Language }
  /** The answer to "Did this help?", the one thing that can still happen to a walk that is over. */
  | { readonly type: 'rated'; readonly helped: boolean }

/** Something to be done because of a transition, as data. */
export type GuideEffect =
  /** `edit` changes the card in place (clicks); `post` puts a new one at the bottom and retires the old (text, timers). */
  | { readonly type: 'show'; readonly how: 'edit' | 'post' }
  /** Say the text of this node once, without moving the person from where they are. */
  | { readonly type: 'aside'; readonly place: Place }
  | { readonly type: 'start_timer'; readonly at: number }
  | { readonly type: 'cancel_timer' }
  /** Open the short form that becomes a ticket. */
  | { readonly type: 'open_hand_over' }
