import type { Feature, Features } from './features.ts'
import { type ModelTables, weightScale } from './model-artefact.ts'
import { eachWeight, type WeightTable } from './weight-table.ts'

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

function logSoftmax(scores: Float64Array): Float64Array {
  const top = scores.reduce((most, each) => Math.max(most, each), -Infinity)
  const total = Math.log(scores.reduce((sum, each) => sum + Math.exp(each - top), 0))
  return scores.map((each) => each - top - total)
}

/** Sums the weights of the known features and divides by the root of their number. */
function total(table: WeightTable, found: readonly Feature[], labels: number): Float64Array {
  const sums = new Float64Array(labels)
  const add = (label: number, weight: number): void => {
    sums[label] = (sums[label] ?? 0) + weight
  }
  let known = 0
  for (const { key } of found) if (eachWeight(table, key, add)) known += 1
  const scale = weightScale * Math.sqrt(Math.max(1, known))
  return logSoftmax(sums.map((sum) => sum / scale))
}

/** Words and pieces score on their own, each divided by the root of its number of known features, and are added. */
export function createScorer<Label extends string>({
  labels,
  words,
  pieces,
}: ModelTables<Label>): Scorer<Label> {
  /** The mean weight of a feature over all labels, the greatest, and that for one label; in hundredths. */
  const weightsOf = (key: string, wanted: number): { mean: number; most: number; own: number } => {
    let [sum, most, own] = [0, 0, 0]
    const visit = (label: number, weight: number): void => {
      sum += weight
      if (weight > most) most = weight
      if (label === wanted) own = weight
    }
    if (!eachWeight(words, key, visit)) eachWeight(pieces, key, visit)
    return { mean: sum / labels.length, most, own }
  }
  return {
    labels,
    score: (features) => {
      const byWords = total(words, features.words, labels.length)
      const byPieces = total(pieces, features.pieces, labels.length)
      const joint = logSoftmax(byWords.map((each, at) => each + (byPieces[at] ?? 0)))
      return { joint, words: byWords, pieces: byPieces }
    },
    weigh: ({ key }, label) => {
      const { own, mean } = weightsOf(key, label)
      return (own - mean) / weightScale
    },
    weighMost: ({ key }) => {
      const { most, mean } = weightsOf(key, -1)
      return (most - mean) / weightScale
    },
    knows: ({ key }) => words.places.has(key) || pieces.places.has(key),
  }
}
