import type { Feature, Features } from './features.ts'
import type { TrainingLabel } from './intent-id.ts'
import { type ModelArtefact, weightScale } from './model-artefact.ts'

type Table = ReadonlyMap<string, readonly number[]>

/** A model ready to score with. */
export interface Scorer {
  readonly labels: readonly TrainingLabel[]
  /** Log-probability of each label, in the order of `labels`; they sum to 1 as probabilities. */
  score(features: Features): readonly number[]
  /** How much one feature speaks for the label at `label`, above the mean of all labels; in nats. */
  weigh(feature: Feature, label: number): number
  /** Whether the model has met the feature. */
  knows(feature: Feature): boolean
}

/** Sharpens the summed log-probabilities so that they say how often the best one is right. */
const sharpness = 1

function logSoftmax(scores: readonly number[]): readonly number[] {
  const top = Math.max(...scores)
  const total = Math.log(scores.reduce((sum, each) => sum + Math.exp(each - top), 0))
  return scores.map((each) => each - top - total)
}

function total(table: Table, found: readonly Feature[], labels: number): readonly number[] {
  const sums = new Array<number>(labels).fill(0)
  const known = found.flatMap(({ key }) => [table.get(key) ?? []]).filter((weights) => weights.length > 0)
  for (const weights of known) {
    for (let at = 0; at < weights.length; at += 2) {
      const label = weights[at] ?? 0
      sums[label] = (sums[label] ?? 0) + (weights[at + 1] ?? 0) / weightScale
    }
  }
  return logSoftmax(sums.map((sum) => sum / Math.sqrt(Math.max(1, known.length))))
}

/** Words and pieces score on their own, each divided by the root of its number of known features, and are added. */
export function createScorer(artefact: ModelArtefact): Scorer {
  const words: Table = new Map(Object.entries(artefact.words))
  const pieces: Table = new Map(Object.entries(artefact.pieces))
  const count = artefact.labels.length
  return {
    labels: artefact.labels,
    score: (features) => {
      const byWords = total(words, features.words, count)
      const byPieces = total(pieces, features.pieces, count)
      return logSoftmax(byWords.map((each, at) => (each + (byPieces[at] ?? 0)) * sharpness))
    },
    weigh: ({ key }, label) => {
      const weights = words.get(key) ?? pieces.get(key) ?? []
      const sum = weights.reduce((all, weight, at) => (at % 2 === 1 ? all + weight : all), 0)
      const at = weights.findIndex((each, index) => index % 2 === 0 && each === label)
      return ((at < 0 ? 0 : (weights[at + 1] ?? 0)) - sum / count) / weightScale
    },
    knows: ({ key }) => words.has(key) || pieces.has(key),
  }
}
