import { createClassifier } from '../classifier.ts'
import { features } from '../features.ts'
import { foldCount, foldsOf } from '../folds.ts'
import { normalize } from '../normalize.ts'
import { trainModel } from '../train.ts'
import type { TrainingExample } from '../understanding.ts'
import { measure } from './measure.ts'
import type { Outcome } from './outcome.ts'

/**
 * The fold of each example. Utterances of an intent of whose character n-grams (3 to 5 letters within words; Chinese
 * characters and pairs of them) half or more are shared are near-copies, and near-copies of near-copies are one
 * family. A family is never spread over folds: a near-copy in the training part would give the answer away.
 */
export function familyFolds(examples: readonly TrainingExample[]): readonly number[] {
  return foldsOf(
    examples.map(({ label, text }) => ({
      label,
      keys: [...features(normalize(text)).pieces.keys()],
    })),
  )
}

interface CrossValidation {
  /** A clock in milliseconds. */
  readonly now: () => number
  /** Told before each fold is learnt. */
  readonly say: (line: string) => void
}

/** Asks about each example a classifier that has learnt from the other folds alone, as `npm run train` learns. */
export function crossValidate(
  examples: readonly TrainingExample[],
  { now, say }: CrossValidation,
): readonly Outcome[] {
  const folds = familyFolds(examples)
  return Array.from({ length: foldCount }, (_, fold) => {
    const held = examples.filter((_example, at) => folds[at] === fold)
    const rest = examples.filter((_example, at) => folds[at] !== fold)
    say(`Fold ${fold + 1} of ${foldCount}: learning ${rest.length} utterances, asking about ${held.length}.`)
    const classifier = createClassifier(trainModel(rest))
    const messages = held.map(({ label, text, language }) => ({ text, intent: label, language, also: [] }))
    return measure(classifier, messages, now)
  }).flat()
}
