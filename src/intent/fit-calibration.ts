import { fitLogistic } from './fit-logistic.ts'
import type { HeldOut } from './held-out.ts'
import type { Calibration } from './model-artefact.ts'

/** Utterances out of scope weigh as if they were this share of all messages; in help-desk data it is nearly a half. */
const outsideShare = 0.35
const penalty = 5
const sharpest = 3
const sharpnessStep = 0.05

/** The log-probability of the label at `right`, given that it is in scope and sharpened. */
function insideScore(scores: Float64Array, right: number, outside: number, sharpness: number): number {
  let total = 0
  for (let at = 0; at < scores.length; at += 1) {
    if (at !== outside) total += Math.exp((scores[at] ?? 0) * sharpness)
  }
  return (scores[right] ?? 0) * sharpness - Math.log(total)
}

/** The exponent under which the right labels are likeliest. */
function fitSharpness(inside: readonly HeldOut[], labels: readonly string[], outside: number): number {
  const place = new Map(labels.map((label, at) => [label, at]))
  const tried = Array.from({ length: sharpest / sharpnessStep }, (_, at) => (at + 1) * sharpnessStep)
  const likelihood = (sharpness: number): number =>
    inside.reduce(
      (sum, { label, scores }) => sum + insideScore(scores, place.get(label) ?? -1, outside, sharpness),
      0,
    )
  const best = tried
    .map((sharpness) => ({ sharpness, likelihood: likelihood(sharpness) }))
    .reduce((most, each) => (each.likelihood > most.likelihood ? each : most))
  return Math.round(best.sharpness * 100) / 100
}

/** Fits what turns scores into probabilities; `outside` is the place of the label for what is out of scope, or -1. */
export function fitCalibration(
  rows: readonly HeldOut[],
  labels: readonly string[],
  outside: number,
): Calibration {
  const isInside = ({ label }: HeldOut): boolean => label !== labels[outside]
  const inside = rows.filter(isInside)
  const outsideWeight =
    ((outsideShare / (1 - outsideShare)) * inside.length) / (rows.length - inside.length || 1)
  const isRight = ({ label, scores }: HeldOut): boolean => {
    const among = scores.map((score, at) => (at === outside ? -Infinity : score))
    return labels[among.indexOf(Math.max(...among))] === label
  }
  return {
    inScope: [
      ...fitLogistic(
        rows.map((row) => ({
          numbers: row.signs,
          holds: isInside(row),
          weight: isInside(row) ? 1 : outsideWeight,
        })),
        penalty,
      ),
    ],
    right: [
      ...fitLogistic(
        inside.map((row) => ({ numbers: row.signs, holds: isRight(row), weight: 1 })),
        penalty,
      ),
    ],
    sharpness: inside.length === 0 ? 1 : fitSharpness(inside, labels, outside),
  }
}
