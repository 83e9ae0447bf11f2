import { z } from 'zod'
import { TrainingLabel } from './intent-id.ts'
import { signNames } from './sign-names.ts'

/** Changes whenever normalising, features, fitting or compiling do, so that an older artefact is not taken for current. */
export const modelVersion = 2

/** Weights are kept as whole hundredths. */
export const weightScale = 100

/** Feature key to a flat list: label index, weight in hundredths of a nat, label index, weight … */
const Table = z.record(z.string(), z.array(z.int().min(0).max(10_000)))

/**
 * What turns scores into probabilities, fitted on held-out utterances. `inScope` and `right` are weights of a
 * logistic regression on `signs`, the constant last: that a message is for us, and that the best label is right given
 * that it is for us. `sharpness` is the exponent of the labels' probabilities.
 */
export const Calibration = z.strictObject({
  inScope: z.array(z.number()).length(signNames.length + 1),
  right: z.array(z.number()).length(signNames.length + 1),
  sharpness: z.number().positive(),
})
export type Calibration = z.infer<typeof Calibration>

/** A compiled model: log-probabilities and nothing of the texts it was trained on. */
export const ModelArtefact = z.strictObject({
  version: z.literal(modelVersion),
  /** Of the examples and the version; see `contentHash`. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  labels: z.array(TrainingLabel).min(2),
  calibration: Calibration,
  words: Table,
  pieces: Table,
})
export type ModelArtefact = z.infer<typeof ModelArtefact>

/** What scoring needs of a model, for any set of labels. */
export interface ModelTables<Label extends string = string> {
  readonly labels: readonly Label[]
  readonly words: ModelArtefact['words']
  readonly pieces: ModelArtefact['pieces']
}

/** Tables and what was fitted on top of them, for any set of labels. */
export interface Model<Label extends string = string> extends ModelTables<Label> {
  readonly calibration: Calibration
}

/** The artefact as it is kept in a file: one feature a line, the same bytes for the same model. */
export function printArtefact(artefact: ModelArtefact): string {
  const { words, pieces, ...head } = artefact
  const table = (entries: ModelArtefact['words']): string =>
    `{\n${Object.entries(entries)
      .map(([key, weights]) => `${JSON.stringify(key)}:${JSON.stringify(weights)}`)
      .join(',\n')}\n}`
  const top = JSON.stringify(head).slice(0, -1)
  return `${top},\n"words":${table(words)},\n"pieces":${table(pieces)}}\n`
}
