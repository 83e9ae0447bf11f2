/** The two parts of natural in use; its root is never imported, because that loads database clients and reads `.env`. */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  class BayesClassifier {
    constructor(stemmer: undefined, smoothing: number)
    /** Token to how often it was added; the order of keys is the order of vector indexes. */
    readonly features: Record<string, number>
    readonly classifier: {
      /** Label to vector index to document frequency plus smoothing. */
      readonly classFeatures: Record<string, Record<string, number>>
      /** Label to number of documents plus one. */
      readonly classTotals: Record<string, number>
      /** Number of documents plus one. */
      readonly totalExamples: number
    }
    addDocument(tokens: readonly string[], label: string): void
    textToFeatures(tokens: string | readonly string[]): number[]
    train(): void
    getClassifications(tokens: readonly string[]): { label: string; value: number }[]
  }
  export = BayesClassifier
}

declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { stem(word: string): string }
  export = PorterStemmer
}
