import type { IntentId, TrainingLabel } from './intent-id.ts'
import type { Classifier, Decision } from './understanding.ts'

/** A message and what a person says it means. */
export interface Labelled {
  readonly text: string
  readonly intent: TrainingLabel
}

interface IntentFigures {
  readonly intent: IntentId
  readonly messages: number
  /** 0..1; precision, recall and their harmonic mean over the messages in scope. */
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** How well a classifier does on labelled messages; all shares are 0..1, and 0 where there is nothing to share. */
export interface Evaluation {
  readonly inScope: number
  readonly outOfScope: number
  /** Share of messages in scope whose best intent is the right one, whatever the decision. */
  readonly accuracy: number
  /** Mean F1 of the intents that occur. */
  readonly macroF1: number
  /** Share of messages out of scope that get a fallback. */
  readonly outOfScopeRecall: number
  /** Share of messages out of scope that are led down a path. */
  readonly outOfScopeServed: number
  /** Share of messages in scope that get a fallback. */
  readonly falseReject: number
  /** Shares of messages in scope: taken at once and right, taken at once and wrong, asked back, asked back with the right one among the buttons. */
  readonly acceptedRight: number
  readonly acceptedWrong: number
  readonly clarified: number
  readonly clarifiedWithRight: number
  readonly perIntent: readonly IntentFigures[]
  /** What was taken for what, most frequent first. */
  readonly confusions: readonly {
    readonly intent: IntentId
    readonly taken: IntentId
    readonly times: number
  }[]
}

interface Outcome {
  readonly intent: TrainingLabel
  readonly best: IntentId
  readonly decision: Decision
}

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of)
const count = <T>(list: readonly T[], holds: (each: T) => boolean): number => list.filter(holds).length

function figures(intent: IntentId, inside: readonly Outcome[]): IntentFigures {
  const messages = count(inside, (each) => each.intent === intent)
  const right = count(inside, (each) => each.intent === intent && each.best === intent)
  const precision = share(
    right,
    count(inside, (each) => each.best === intent),
  )
  const recall = share(right, messages)
  return { intent, messages, precision, recall, f1: share(2 * precision * recall, precision + recall) }
}

function confusions(inside: readonly Outcome[]): Evaluation['confusions'] {
  const found = new Map<string, { intent: IntentId; taken: IntentId; times: number }>()
  for (const { intent, best } of inside) {
    if (intent === best || intent === 'out_of_scope') continue
    const key = `${intent} ${best}`
    const entry = found.get(key) ?? { intent, taken: best, times: 0 }
    entry.times += 1
    found.set(key, entry)
  }
  return [...found.values()].sort((a, b) => b.times - a.times)
}

/** Asks the classifier about every message and counts. */
export function evaluate(classifier: Classifier, messages: readonly Labelled[]): Evaluation {
  const outcomes = messages.map(({ text, intent }): Outcome => {
    const { intent: best, decision } = classifier.understand(text)
    return { intent, best, decision }
  })
  const inside = outcomes.filter(({ intent }) => intent !== 'out_of_scope')
  const outside = outcomes.filter(({ intent }) => intent === 'out_of_scope')
  const intents = new Set(inside.flatMap(({ intent }) => (intent === 'out_of_scope' ? [] : [intent])))
  const perIntent = [...intents].sort().map((intent) => figures(intent, inside))
  const of = (list: readonly Outcome[], holds: (each: Outcome) => boolean): number =>
    share(count(list, holds), list.length)
  const kind = (wanted: Decision['kind']) => (each: Outcome) => each.decision.kind === wanted
  return {
    inScope: inside.length,
    outOfScope: outside.length,
    accuracy: of(inside, ({ intent, best }) => intent === best),
    macroF1: share(
      perIntent.reduce((sum, { f1 }) => sum + f1, 0),
      perIntent.length,
    ),
    outOfScopeRecall: of(outside, kind('fallback')),
    outOfScopeServed: of(outside, kind('accept')),
    falseReject: of(inside, kind('fallback')),
    acceptedRight: of(
      inside,
      ({ decision, intent }) => decision.kind === 'accept' && decision.intent === intent,
    ),
    acceptedWrong: of(
      inside,
      ({ decision, intent }) => decision.kind === 'accept' && decision.intent !== intent,
    ),
    clarified: of(inside, kind('clarify')),
    clarifiedWithRight: of(
      inside,
      ({ decision, intent }) =>
        decision.kind === 'clarify' && decision.intents.some((each) => each === intent),
    ),
    perIntent,
    confusions: confusions(inside),
  }
}
