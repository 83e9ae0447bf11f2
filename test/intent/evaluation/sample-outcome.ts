import type { Answer, Outcome } from '../../../src/intent/evaluation/outcome.ts'

/** An outcome whose intents are ranked as listed, the first with 0.8. */
export function sampleOutcome(
  intent: string,
  ranked: readonly string[],
  answer: Answer = { kind: 'led', intent: ranked[0] ?? '' },
  rest: Partial<Outcome> = {},
): Outcome {
  return {
    intent,
    also: [],
    language: 'en',
    ranked: ranked.map((each, at) => ({
      intent: each,
      probability: at === 0 ? 0.8 : 0.2 / (ranked.length - 1),
    })),
    scope: 0.9,
    confidence: 0.8,
    answer,
    milliseconds: 1,
    ...rest,
  }
}
