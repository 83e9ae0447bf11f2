import type { Features, Found } from './features.ts'
import { type ModelTables, weightScale } from './model-artefact.ts'
import { eachWeight, type WeightTable } from './weight-table.ts'

/** The scores of one text; arrays are in the order of the scorer's labels. */
export interface Scores {
  /** Log-probabilities of words and pieces together, by words alone and by pieces alone, before calibration. */
  readonly joint: Float64Array
  readonly words: Float64Array
  readonly pieces: Float64Array
  /** How many of the pieces the model has met. */
  readonly knownPieces: number
}

/** A model ready to score with. */
export interface Scorer<Label extends string = string> {
  readonly labels: readonly Label[]
  score(features: Features): Scores
  /** How much one feature speaks for the label at `label`, above the mean of all labels, in nats; undefined where the model has not met it. */
  weigh(key: string, label: number): number | undefined
}

function logSoftmax(scores: Float64Array): Float64Array {
  const top = scores.reduce((most, each) => Math.max(most, each), -Infinity)
  const total = Math.log(scores.reduce((sum, each) => sum + Math.exp(each - top), 0))
  return scores.map((each) => each - top - total)
}

/** Sums the weights of the known features and divides by the root of their number. */
function total(table: WeightTable, found: Found, labels: number): { scores: Float64Array; known: number } {
  const sums = new Float64Array(labels)
  const add = (label: number, weight: number): void => {
    sums[label] = (sums[label] ?? 0) + weight
  }
  let known = 0
  for (const key of found.keys()) if (eachWeight(table, key, add)) known += 1
  const scale = weightScale * Math.sqrt(Math.max(1, known))
  return { scores: logSoftmax(sums.map((sum) => sum / scale)), known }
}

/** Words and pieces score on their own, each divided by the root of its number of known features, and are added. */
export function createScorer<Label extends string>({
  labels,
  words,
  pieces,
}: ModelTables<Label>): Scorer<Label> {
  return {
    labels,
    score: (features) => {
      const byWords = total(words, features.words, labels.length)
      const byPieces = total(pieces, features.pieces, labels.length)
      const joint = logSoftmax(byWords.scores.map((each, at) => each + (byPieces.scores[at] ?? 0)))
      return { joint, words: byWords.scores, pieces: byPieces.scores, knownPieces: byPieces.known }
    },
    weigh: (key, wanted) => {
      let [sum, own] = [0, 0]
      const visit = (label: number, weight: number): void => {
        sum += weight
        if (label === wanted) own = weight
      }
      const known = eachWeight(words, key, visit) || eachWeight(pieces, key, visit)
      return known ? (own - sum / labels.length) / weightScale : undefined
    },
  }
}
