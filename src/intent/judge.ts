import { type Features, features } from './features.ts'
import { logistic } from './fit-logistic.ts'
import type { Model } from './model-artefact.ts'
import { createScorer, type Scorer } from './score.ts'
import { signs } from './signs.ts'

/** What the model makes of a text. */
export interface Judgement<Label extends string> {
  readonly found: Features
  /** Labels in scope, best first; probabilities are 0..1, sum to 1, and hold given that the text is in scope. */
  readonly ranked: readonly { readonly label: Label; readonly probability: number }[]
  /** 0..1: how likely the text is in scope. */
  readonly inScope: number
  /** 0..1: how likely the first of `ranked` is what the person wants. */
  readonly confidence: number
}

interface Judge<Label extends string> {
  readonly scorer: Scorer<Label>
  /** Takes normalised text. */
  judge(normalised: string): Judgement<Label>
}

/** A model of any set of labels, ready to be asked; `outside` is the label of what is out of scope. */
export function createJudge<Label extends string>(model: Model<Label>, outside: Label): Judge<Label> {
  const scorer = createScorer(model)
  const { calibration } = model
  const place = model.labels.indexOf(outside)
  return {
    scorer,
    judge: (normalised) => {
      const found = features(normalised)
      const scores = scorer.score(found)
      const shares = model.labels
        .map((label, at) => ({ label, share: Math.exp((scores.joint[at] ?? 0) * calibration.sharpness) }))
        .filter(({ label }) => label !== outside)
      const sum = shares.reduce((total, { share }) => total + share, 0)
      const numbers = signs(scorer, { normalised, found, scores }, place)
      const inScope = logistic(calibration.inScope, numbers)
      return {
        found,
        ranked: shares
          .map(({ label, share }) => ({ label, probability: share / sum }))
          .sort((a, b) => b.probability - a.probability),
        inScope,
        confidence: inScope * logistic(calibration.right, numbers),
      }
    },
  }
}
