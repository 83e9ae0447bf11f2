import type { Feature, Features } from './features.ts'
import { type ModelTables, weightScale } from './model-artefact.ts'

/** The scores of one text; arrays are in the order of the scorer's labels. */
export interface Scores {
  /** Log-probabilities of words and pieces together, by words alone and by pieces alone, before calibration. */
  readonly joint: Float64Array
  readonly words: Float64Array
  readonly pieces: Float64Array
}

/** A model ready to score with. */
export interface Scorer<Label extends string = string> {
  readonly labels: readonly Label[]
  score(features: Features): Scores
  /** How much one feature speaks for the label at `label`, above the mean of all labels; in nats. */
  weigh(feature: Feature, label: number): number
  /** The greatest weight that one feature has for any label, above the mean of all labels; in nats. */
  weighMost(feature: Feature): number
  /** Whether the model has met the feature. */
  knows(feature: Feature): boolean
}

/** Weights of one kind of feature: label, weight, label, weight … */
type Table = ReadonlyMap<string, readonly number[]>

function logSoftmax(scores: Float64Array): Float64Array {
  const top = scores.reduce((most, each) => Math.max(most, each), -Infinity)
  const total = Math.log(scores.reduce((sum, each) => sum + Math.exp(each - top), 0))
  return scores.map((each) => each - top - total)
}

/** Sums the weights of the known features and divides by the root of their number. */
function total(table: Table, found: readonly Feature[], labels: number): Float64Array {
  const sums = new Float64Array(labels)
  let known = 0
  for (const { key } of found) {
    const weights = table.get(key)
    if (weights === undefined) continue
    known += 1
    for (let at = 0; at < weights.length; at += 2) {
      const label = weights[at] ?? 0
      sums[label] = (sums[label] ?? 0) + (weights[at + 1] ?? 0)
    }
  }
  const scale = weightScale * Math.sqrt(Math.max(1, known))
  return logSoftmax(sums.map((sum) => sum / scale))
}

function mean(weights: readonly number[], labels: number): number {
  let sum = 0
  for (let at = 1; at < weights.length; at += 2) sum += weights[at] ?? 0
  return sum / labels
}

/** Words and pieces score on their own, each divided by the root of its number of known features, and are added. */
export function createScorer<Label extends string>(tables: ModelTables<Label>): Scorer<Label> {
  const words: Table = new Map(Object.entries(tables.words))
  const pieces: Table = new Map(Object.entries(tables.pieces))
  const count = tables.labels.length
  const weightsOf = (key: string): readonly number[] => words.get(key) ?? pieces.get(key) ?? []
  return {
    labels: tables.labels,
    score: (features) => {
      const byWords = total(words, features.words, count)
      const byPieces = total(pieces, features.pieces, count)
      const joint = logSoftmax(byWords.map((each, at) => each + (byPieces[at] ?? 0)))
      return { joint, words: byWords, pieces: byPieces }
    },
    weigh: ({ key }, label) => {
      const weights = weightsOf(key)
      const at = weights.findIndex((each, index) => index % 2 === 0 && each === label)
      return ((at < 0 ? 0 : (weights[at + 1] ?? 0)) - mean(weights, count)) / weightScale
    },
    weighMost: ({ key }) => {
      const weights = weightsOf(key)
      const most = weights.reduce((top, each, at) => (at % 2 === 1 ? Math.max(top, each) : top), 0)
      return (most - mean(weights, count)) / weightScale
    },
    knows: ({ key }) => words.has(key) || pieces.has(key),
  }
}
