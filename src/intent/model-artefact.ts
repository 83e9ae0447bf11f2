import { createHash } from 'node:crypto'
import { z } from 'zod'
import { TrainingLabel } from './intent-id.ts'
import { signNames } from './sign-names.ts'
import { PrintedTable, printTable, readTable, type WeightTable } from './weight-table.ts'

/** Changes whenever normalising, features, fitting or compiling do, so that an older artefact is not taken for current. */
export const modelVersion = 2

/** Weights are kept as whole hundredths. */
export const weightScale = 100

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

/** What scoring needs of a model, for any set of labels. */
export interface ModelTables<Label extends string = string> {
  readonly labels: readonly Label[]
  readonly words: WeightTable
  readonly pieces: WeightTable
}

/** Tables and what was fitted on top of them, for any set of labels. */
export interface Model<Label extends string = string> extends ModelTables<Label> {
  readonly calibration: Calibration
}

/** A compiled model of the intents: log-probabilities and nothing of the texts it was trained on. */
export interface ModelArtefact extends Model<TrainingLabel> {
  readonly version: typeof modelVersion
  /** Of the examples and the version; see `contentHash`. */
  readonly contentHash: string
}

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const PrintedModel = z.strictObject({
  version: z.literal(modelVersion),
  contentHash: Sha256,
  labels: z.array(TrainingLabel).min(2),
  calibration: Calibration,
  words: PrintedTable,
  pieces: PrintedTable,
})
type PrintedModel = z.infer<typeof PrintedModel>

/** The hash is of the model: a damaged file is found without a look at each of its numbers. */
const PrintedArtefact = z.strictObject({ sha256: Sha256, model: PrintedModel })

function hashOf({ words, pieces, ...head }: PrintedModel): string {
  const parts = [JSON.stringify(head), words.keys, words.weights, pieces.keys, pieces.weights]
  return parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex')
}

/** The artefact as it is kept in a file: the same bytes for the same model. */
export function printArtefact(artefact: ModelArtefact): string {
  const { version, contentHash, labels, calibration, words, pieces } = artefact
  const model = {
    version,
    contentHash,
    labels: [...labels],
    calibration,
    words: printTable(words),
    pieces: printTable(pieces),
  }
  return `${JSON.stringify({ sha256: hashOf(model), model })}\n`
}

/** The artefact that was printed, or undefined where the text is something else, of another version, or damaged. */
export function readArtefact(text: string): ModelArtefact | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const parsed = PrintedArtefact.safeParse(value)
  if (!parsed.success || hashOf(parsed.data.model) !== parsed.data.sha256) return undefined
  const { model } = parsed.data
  const [words, pieces] = [readTable(model.words), readTable(model.pieces)]
  return words === undefined || pieces === undefined ? undefined : { ...model, words, pieces }
}
