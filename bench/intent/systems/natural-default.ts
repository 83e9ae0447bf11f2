import { createRequire } from 'node:module'
import { bestInScope, type System } from '../system.ts'

interface BayesClassifier {
  addDocument(text: string, label: string): void
  train(): void
  getClassifications(text: string): { readonly label: string; readonly value: number }[]
}
interface Natural {
  readonly BayesClassifier: (new () => BayesClassifier) & { restore(model: unknown): BayesClassifier }
}

const natural: Natural = createRequire(import.meta.url)('natural')

/** natural as its README shows it, its whole package imported. */
export const naturalDefault: System = {
  learn: (examples) => {
    const classifier = new natural.BayesClassifier()
    for (const { text, label } of examples) classifier.addDocument(text, label)
    classifier.train()
    return JSON.stringify(classifier)
  },
  load: (model) => {
    const classifier = natural.BayesClassifier.restore(JSON.parse(model))
    return (text) => {
      const values = classifier.getClassifications(text)
      const sum = values.reduce((total, { value }) => total + value, 0)
      return bestInScope(
        values.map(({ label, value }) => ({ label, score: sum > 0 ? value / sum : 1 / values.length })),
      )
    }
  },
}
