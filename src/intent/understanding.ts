import type { Language } from '../language.ts'
import type { IntentId, TrainingLabel } from './intent-id.ts'

/** One utterance to learn from, as it stands in `intents/<label>.yml`. */
export interface TrainingExample {
  readonly label: TrainingLabel
  readonly language: Language
  readonly text: string
}

/** An intent and how likely it is; probabilities are 0..1 and sum to 1 over all intents. */
export interface Ranked {
  readonly intent: IntentId
  readonly probability: number
}

/**
 * What to do with a prediction. `clarify` carries the 2 to 4 likeliest intents, best first; `accept` may carry a second
 * thing the person asked for, to be offered after the first, which is the more blocking one.
 */
export type Decision =
  | { readonly kind: 'accept'; readonly intent: IntentId; readonly also?: IntentId }
  | { readonly kind: 'clarify'; readonly intents: readonly IntentId[] }
  | { readonly kind: 'fallback' }

/** A word (or piece of one) and how much it spoke for (+) or against (-) the best intent, in nats. */
export interface Evidence {
  readonly word: string
  readonly weight: number
}

export interface Understanding {
  readonly decision: Decision
  /** The best intent, even where the decision is not to accept it. */
  readonly intent: IntentId
  /** 0..1: how sure the model is that `intent` is what the person wants; low for out-of-scope text. */
  readonly confidence: number
  /** 0..1: how likely the message is about getting into the mailbox at all. */
  readonly inScope: number
  /** Best first; how likely each is, given that the message is for us. */
  readonly ranked: readonly Ranked[]
  readonly language: Language
  /** Strongest first. */
  readonly evidence: readonly Evidence[]
  /** The name of the rule that decided before the model was asked, if one did. */
  readonly rule?: string
}

/** Text to understanding. Total: takes every string of any length in any script, never throws. */
export interface Classifier {
  understand(text: string): Understanding
}
