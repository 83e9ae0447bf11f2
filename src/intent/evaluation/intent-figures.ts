import { bestOf, type Outcome } from './outcome.ts'

/** How well one intent is told from the others; precision, recall and their harmonic mean are 0..1. */
export interface IntentFigures {
  readonly intent: string
  readonly messages: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** What was taken for what, and how often. */
export interface Confusion {
  readonly intent: string
  readonly taken: string
  readonly times: number
}

const ratio = (count: number, of: number): number => (of === 0 ? 0 : count / of)

function tally(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}

/** Figures of each intent that occurs, by name; of messages in scope only, by their best intent. */
export function intentFigures(inside: readonly Outcome[]): readonly IntentFigures[] {
  const messages = tally(inside.map(({ intent }) => intent))
  const taken = tally(inside.map(bestOf))
  const right = tally(inside.filter((each) => bestOf(each) === each.intent).map(({ intent }) => intent))
  return [...messages.keys()].sort().map((intent) => {
    const [all, hits] = [messages.get(intent) ?? 0, right.get(intent) ?? 0]
    const precision = ratio(hits, taken.get(intent) ?? 0)
    const recall = ratio(hits, all)
    return { intent, messages: all, precision, recall, f1: ratio(2 * precision * recall, precision + recall) }
  })
}

/** Pairs of intents by how often the first was taken for the second, most frequent first. */
export function confusions(inside: readonly Outcome[]): readonly Confusion[] {
  const pairs = Map.groupBy(
    inside.filter((each) => bestOf(each) !== each.intent),
    (each) => JSON.stringify([each.intent, bestOf(each)]),
  )
  return [...pairs.values()]
    .flatMap((same) => {
      const [first] = same
      return first === undefined ? [] : [{ intent: first.intent, taken: bestOf(first), times: same.length }]
    })
    .sort((a, b) => b.times - a.times || (a.intent + a.taken < b.intent + b.taken ? -1 : 1))
}

/** Mean F1 of the intents that occur, 0..1; each counts alike, however rare. */
export function macroF1(figures: readonly IntentFigures[]): number {
  return ratio(
    figures.reduce((sum, { f1 }) => sum + f1, 0),
    figures.length,
  )
}
