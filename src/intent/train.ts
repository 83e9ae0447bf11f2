import { type BayesCounts, bayesCounts } from './bayes-counts.ts'
import { contentHash, inOrder } from './content-hash.ts'
import { type Features, features } from './features.ts'
import { fitBayes, smoothing } from './fit-bayes.ts'
import { fitCalibration } from './fit-calibration.ts'
import { type Counted, documentsOf, holdOut, type Read } from './held-out.ts'
import { TrainingLabel } from './intent-id.ts'
import {
  type Model,
  type ModelArtefact,
  type ModelTables,
  modelVersion,
  weightScale,
} from './model-artefact.ts'
import { normalize } from './normalize.ts'
import { rules } from './rules.ts'
import type { TrainingExample } from './understanding.ts'
import { type WeightTable, weightTable } from './weight-table.ts'

/** Pieces and pairs of words seen in fewer documents than this say nothing and are left out. */
const fewestDocuments = 3

/**
 * The served weight of a feature for a class: log((df' + s) / s) * (1 - H(class | feature) / log C), where df' is
 * the document frequency scaled so that every class has the same mass (classes with long texts would win otherwise)
 * and H is the entropy of the feature over the classes (a word that all classes use weighs nothing).
 * A class that the feature was not seen in weighs 0; what all classes share is left out, as it cancels.
 */
function compile(counts: BayesCounts, labels: readonly string[]): WeightTable {
  const mass = new Map<string, number>(labels.map((label) => [label, 0]))
  for (const each of counts.features.values()) {
    for (const [label, count] of each) mass.set(label, (mass.get(label) ?? 0) + count)
  }
  const mean = [...mass.values()].reduce((sum, each) => sum + each, 0) / labels.length
  const rows: [string, number[]][] = []
  for (const key of [...counts.features.keys()].sort()) {
    const each = counts.features.get(key) ?? new Map<string, number>()
    const total = [...each.values()].reduce((sum, count) => sum + count, 0)
    if (total < fewestDocuments && !key.startsWith('w:') && !key.startsWith('z:')) continue
    const scaled = labels.map((label) => ((each.get(label) ?? 0) * mean) / (mass.get(label) || 1))
    const weight = informativeness(scaled)
    const flat = scaled.flatMap((count, label) => {
      const hundredths = Math.round(Math.log((count + smoothing) / smoothing) * weight * weightScale)
      return hundredths > 0 ? [label, hundredths] : []
    })
    if (flat.length > 0) rows.push([key, flat])
  }
  return weightTable(rows)
}

/** 1 - H / log C: 1 where one class alone has the feature, 0 where all have it alike. */
function informativeness(scaled: readonly number[]): number {
  const sum = scaled.reduce((total, count) => total + count, 0)
  const entropy = scaled.reduce(
    (total, count) => (count > 0 ? total - (count / sum) * Math.log(count / sum) : total),
    0,
  )
  return 1 - entropy / Math.log(scaled.length)
}

interface Fit<Label extends string> {
  /** Labels that are learnt; those without an example are left out. */
  readonly closed: readonly Label[]
  /** The label of what is out of scope. */
  readonly outside: Label
  /** Whether the model is asked about a normalised text; what a rule decides says nothing about the model. */
  readonly asked: (normalised: string) => boolean
}

/**
 * Fits tables and calibration for any closed set of labels. Throws a RangeError when there are not two labels to
 * tell apart. The order of the examples decides the order of the folds.
 */
export function fitModel<Label extends string>(
  examples: readonly { readonly label: Label; readonly text: string }[],
  { closed, outside, asked }: Fit<Label>,
): Model<Label> {
  const read = examples.map(({ label, text }): Read<Label> => {
    const normalised = normalize(text)
    return { label, normalised, found: features(normalised) }
  })
  const used = new Set(read.map(({ label }) => label))
  const labels = closed.filter((label) => used.has(label))
  if (labels.length < 2) throw new RangeError('A model needs utterances of at least two intents.')
  const count = (kind: keyof Features): BayesCounts => bayesCounts(fitBayes(documentsOf(read, kind)))
  const counts = { words: count('words'), pieces: count('pieces') }
  const tables = (counted: Counted): ModelTables<Label> => ({
    labels,
    words: compile(counted.words, labels),
    pieces: compile(counted.pieces, labels),
  })
  const place = labels.indexOf(outside)
  const held = holdOut(read, counts, { outside: place, asked, compile: tables })
  return { ...tables(counts), calibration: fitCalibration(held, labels, place) }
}

/**
 * Fits natural's naive Bayes on the examples and compiles it to sparse weights. The order of the examples does not
 * matter; the same examples give the same artefact, byte for byte. Throws when there are not two labels to tell apart.
 */
export function trainModel(examples: readonly TrainingExample[]): ModelArtefact {
  const { labels, calibration, words, pieces } = fitModel(inOrder(examples), {
    closed: TrainingLabel.options,
    outside: 'out_of_scope',
    asked: (normalised) => !rules.some((rule) => rule.matches(normalised)),
  })
  return {
    version: modelVersion,
    contentHash: contentHash(examples),
    labels: [...labels],
    calibration,
    words,
    pieces,
  }
}
