import { type BayesCounts, bayesCounts } from './bayes-counts.ts'
import { contentHash, inOrder } from './content-hash.ts'
import { type Feature, type Features, features } from './features.ts'
import { fitBayes, smoothing } from './fit-bayes.ts'
import { TrainingLabel } from './intent-id.ts'
import { type ModelArtefact, type ModelTables, modelVersion, weightScale } from './model-artefact.ts'
import { normalize } from './normalize.ts'
import type { TrainingExample } from './understanding.ts'

/** Pieces and pairs of words seen in fewer documents than this say nothing and are left out. */
const fewestDocuments = 2

type Table = ModelArtefact['words']

/**
 * The served weight of a feature for a class: log((df' + s) / s) * (1 - H(class | feature) / log C), where df' is
 * the document frequency scaled so that every class has the same mass (classes with long texts would win otherwise)
 * and H is the entropy of the feature over the classes (a word that all classes use weighs nothing).
 * A class that the feature was not seen in weighs 0; what all classes share is left out, as it cancels.
 */
function compile(counts: BayesCounts, labels: readonly string[]): Table {
  const mass = new Map<string, number>(labels.map((label) => [label, 0]))
  for (const each of counts.features.values()) {
    for (const [label, count] of each) mass.set(label, (mass.get(label) ?? 0) + count)
  }
  const mean = [...mass.values()].reduce((sum, each) => sum + each, 0) / labels.length
  const table: Record<string, number[]> = {}
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
    if (flat.length > 0) table[key] = flat
  }
  return table
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

function table(
  examples: readonly { label: string; features: Features }[],
  kind: keyof Features,
  labels: readonly string[],
): Table {
  const keys = (list: readonly Feature[]): string[] => list.map(({ key }) => key)
  const documents = examples.map((example) => ({ label: example.label, keys: keys(example.features[kind]) }))
  return compile(bayesCounts(fitBayes(documents)), labels)
}

/**
 * Fits the tables for any closed set of labels. Labels without an example are left out; throws a RangeError when
 * there are not two to tell apart.
 */
export function fitTables<Label extends string>(
  examples: readonly { readonly label: Label; readonly text: string }[],
  closed: readonly Label[],
): ModelTables<Label> {
  const read = examples.map(({ label, text }) => ({ label, features: features(normalize(text)) }))
  const used = new Set(read.map(({ label }) => label))
  const labels = closed.filter((label) => used.has(label))
  if (labels.length < 2) throw new RangeError('A model needs utterances of at least two intents.')
  return { labels, words: table(read, 'words', labels), pieces: table(read, 'pieces', labels) }
}

/**
 * Fits natural's naive Bayes on the examples and compiles it to sparse weights. The order of the examples does not
 * matter; the same examples give the same artefact, byte for byte. Throws when there are not two labels to tell apart.
 */
export function trainModel(examples: readonly TrainingExample[]): ModelArtefact {
  const { labels, words, pieces } = fitTables(inOrder(examples), TrainingLabel.options)
  return { version: modelVersion, contentHash: contentHash(examples), labels: [...labels], words, pieces }
}
