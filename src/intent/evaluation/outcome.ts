import type { Language } from '../../language.ts'

/** The label of messages that belong to no intent. */
export const outside = 'out_of_scope'

/** What came of one labelled message. Labels are plain strings, so that other label sets are measured alike. */
export interface Outcome {
  /** What a person says it means; `out_of_scope` where it means none of the intents. */
  readonly intent: string
  /** Other intents that would have served the person as well. */
  readonly also: readonly string[]
  readonly language: Language
  /** Intents best first, none of them `out_of_scope`; probabilities sum to 1. */
  readonly ranked: readonly { readonly intent: string; readonly probability: number }[]
  /** 0..1, greater where the message is likelier in scope. */
  readonly scope: number
  /** 0..1: how sure the classifier is that the best intent is what the person wants; low out of scope. */
  readonly confidence: number
  readonly answer: Answer
  /** How long it took, in milliseconds. */
  readonly milliseconds: number
}

/** What the person gets: a path at once, buttons, or word that this is not for us. */
export type Answer =
  | { readonly kind: 'led'; readonly intent: string }
  | { readonly kind: 'asked'; readonly offered: readonly string[] }
  | { readonly kind: 'rejected' }

export const isInside = ({ intent }: Outcome): boolean => intent !== outside

/** The best intent, whatever became of it. */
export const bestOf = ({ ranked }: Outcome): string => ranked[0]?.intent ?? ''
