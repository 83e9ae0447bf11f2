import { type BayesCounts, withoutDocuments } from './bayes-counts.ts'
import type { Features } from './features.ts'
import type { Document } from './fit-bayes.ts'
import { foldCount, foldsOf } from './folds.ts'
import type { ModelTables } from './model-artefact.ts'
import { createScorer } from './score.ts'
import { signs } from './signs.ts'

/** An utterance as it is learnt. */
export interface Read<Label extends string = string> {
  readonly label: Label
  readonly normalised: string
  readonly found: Features
}

/** The counts of both kinds of features over all utterances. */
export interface Counted {
  readonly words: BayesCounts
  readonly pieces: BayesCounts
}

/** What a model that has not learnt an utterance, nor its near-copies, makes of it. */
export interface HeldOut {
  readonly label: string
  /** Log-probabilities in the order of the labels. */
  readonly scores: Float64Array
  readonly signs: readonly number[]
}

/** The utterances as natural's classifier is given them. */
export function documentsOf(read: readonly Read[], kind: keyof Features): readonly Document[] {
  return read.map(({ label, found }) => ({ label, keys: [...found[kind].keys()] }))
}

/**
 * Scores each utterance that the model is asked about by tables compiled without its fold. The counts of the others are those of all less its
 * own, which are the ones natural would hold had it never seen them; so nothing is fitted anew.
 */
export function holdOut<Label extends string>(
  read: readonly Read<Label>[],
  counts: Counted,
  {
    outside,
    asked,
    compile,
  }: {
    readonly outside: number
    readonly asked: (normalised: string) => boolean
    readonly compile: (counted: Counted) => ModelTables<Label>
  },
): readonly HeldOut[] {
  const folds = foldsOf(documentsOf(read, 'pieces'))
  return Array.from({ length: foldCount }, (_, fold) => {
    const held = read.filter((__, at) => folds[at] === fold)
    const rest = (kind: keyof Counted): BayesCounts => withoutDocuments(counts[kind], documentsOf(held, kind))
    const scorer = createScorer(compile({ words: rest('words'), pieces: rest('pieces') }))
    const judged = held.filter(({ normalised }) => asked(normalised))
    return judged.map(({ label, normalised, found }): HeldOut => {
      const scores = scorer.score(found)
      return { label, scores: scores.joint, signs: signs(scorer, { normalised, found, scores }, outside) }
    })
  }).flat()
}
