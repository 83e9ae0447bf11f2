import type BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'
import { type Document, smoothing } from './fit-bayes.ts'

/** The counts that natural's classifier holds, sparse: feature key to label to number of documents. */
export interface BayesCounts {
  /** Label to number of documents. */
  readonly documents: ReadonlyMap<string, number>
  readonly features: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Reads the counts out of a trained classifier. */
export function bayesCounts(classifier: BayesClassifier): BayesCounts {
  const { classFeatures, classTotals } = classifier.classifier
  const features = new Map<string, Map<string, number>>()
  const keys = Object.keys(classifier.features)
  for (const key of keys) features.set(key, new Map())
  for (const [label, counts] of Object.entries(classFeatures)) {
    for (const [place, count] of Object.entries(counts)) {
      features.get(keys[Number(place)] ?? '')?.set(label, Math.round(count - smoothing))
    }
  }
  return {
    documents: new Map(Object.entries(classTotals).map(([label, total]) => [label, total - 1])),
    features,
  }
}

/**
 * The exact mode: the logarithm of natural's `getClassifications`, label to log of its value, computed sparsely:
 * log prior + K log(s / (n + 1)) + sum over present features of log(df + s) - log s, K being the known features.
 * Does not underflow where natural's own `Math.exp` does.
 */
export function exactLogValues(counts: BayesCounts, keys: readonly string[]): ReadonlyMap<string, number> {
  const known = [...new Set(keys)].flatMap((key) => counts.features.get(key) ?? [])
  const all = [...counts.documents.values()].reduce((sum, count) => sum + count, 0)
  return new Map(
    [...counts.documents].map(([label, count]) => {
      const base = Math.log((count + 1) / (all + 1)) + known.length * Math.log(smoothing / (count + 1))
      const present = known.reduce((sum, each) => {
        const documents = each.get(label)
        return documents === undefined ? sum : sum + Math.log(documents + smoothing) - Math.log(smoothing)
      }, 0)
      return [label, base + present]
    }),
  )
}

/** The counts that would be held had these documents, each counted before, not been there. */
export function withoutDocuments(counts: BayesCounts, left: readonly Document[]): BayesCounts {
  const documents = new Map(counts.documents)
  const features = new Map([...counts.features].map(([key, each]) => [key, new Map(each)]))
  for (const { label, keys } of left) {
    documents.set(label, (documents.get(label) ?? 0) - 1)
    for (const key of keys) {
      const each = features.get(key)
      const count = (each?.get(label) ?? 0) - 1
      if (count > 0) each?.set(label, count)
      else each?.delete(label)
    }
  }
  return { documents, features }
}
