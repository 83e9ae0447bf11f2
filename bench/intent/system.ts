import { z } from 'zod'
import type { TrainingExample } from '../../src/intent/understanding.ts'

/** As in the table; all ratios are to the first. */
export const SystemName = z.enum(['natural', 'nlp.js', 'wink', 'Postern'])
export type SystemName = z.infer<typeof SystemName>

/** What a system makes of a message: the likeliest intent that is in scope, and its own score for how sure it is. */
export interface Verdict {
  readonly intent: string
  readonly score: number
}

type Judge = (text: string) => Verdict | Promise<Verdict>

/** A way to tell intents apart. `out_of_scope` is one of the labels that each learns. */
export interface System {
  /** The trained model in the form in which the system keeps it. */
  learn(examples: readonly TrainingExample[]): string | Promise<string>
  load(model: string): Judge | Promise<Judge>
}

/** The best of scored labels that is an intent of ours; what knows none is less sure than anything else. */
export function bestInScope(scored: readonly { readonly label: string; readonly score: number }[]): Verdict {
  const inScope = scored.filter(({ label }) => !['out_of_scope', 'None', 'unknown'].includes(label))
  const best = inScope.reduce((a, b) => (b.score > a.score ? b : a), { label: '', score: -Infinity })
  return { intent: best.label, score: best.score }
}
