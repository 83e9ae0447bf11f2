import type { Evaluation, Figures } from '../../intent/evaluation/evaluation.ts'
import type { Share } from '../../intent/evaluation/share.ts'

/** What was measured and what came out; `notes` are sentences that a reader needs to judge it. */
export interface Report {
  readonly title: string
  readonly notes: readonly string[]
  readonly evaluation: Evaluation
}

/** A line of the table of figures: its name and its value, as a share with an interval or a bare number 0..1. */
interface FigureRow {
  readonly name: string
  readonly value: (figures: Figures) => Share | number
}

export const figureRows: readonly FigureRow[] = [
  { name: 'best intent right', value: ({ accuracy }) => accuracy },
  { name: 'right or as good', value: ({ lenient }) => lenient },
  { name: 'right one in best three', value: ({ topThree }) => topThree },
  { name: 'macro-F1', value: ({ macroF1 }) => macroF1 },
  { name: 'AUROC in/out of scope', value: ({ auroc }) => auroc },
  { name: 'OOS recall at 5 % rejects', value: ({ outsideRecall }) => outsideRecall.at5 },
  { name: 'OOS recall at 10 % rejects', value: ({ outsideRecall }) => outsideRecall.at10 },
  { name: 'OOS recall at 20 % rejects', value: ({ outsideRecall }) => outsideRecall.at20 },
  { name: 'calibration error (ECE)', value: ({ calibration }) => calibration.error },
  { name: 'the same, of confidence', value: ({ confidenceError }) => confidenceError },
]

/** What became of messages, in scope and out. */
export const zoneRows: readonly FigureRow[] = [
  { name: 'in scope: right at once', value: ({ zones }) => zones.inside.rightAtOnce },
  { name: 'in scope: right by one button', value: ({ zones }) => zones.inside.byOneButton },
  { name: 'in scope: either of these', value: ({ served }) => served },
  { name: 'in scope: asked in vain', value: ({ zones }) => zones.inside.askedInVain },
  { name: 'in scope: wrong path', value: ({ zones }) => zones.inside.wrongPath },
  { name: 'in scope: rejected', value: ({ zones }) => zones.inside.rejected },
  { name: 'out of scope: led a path', value: ({ zones }) => zones.outside.led },
  { name: 'out of scope: asked', value: ({ zones }) => zones.outside.asked },
  { name: 'out of scope: rejected', value: ({ zones }) => zones.outside.rejected },
]

/** All figures, then those of each language where there is more than one; named for column heads. */
export function columns({ evaluation }: Report): readonly (readonly [string, Figures])[] {
  const languages = Object.entries(evaluation.byLanguage)
  return [['all', evaluation.all] as const, ...(languages.length > 1 ? languages : [])]
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** Such as `76.7 %`; without a per cent sign where the figure is not a share of messages. */
export function shown(value: Share | number): string {
  return typeof value === 'number' ? value.toFixed(3) : percent(value.share)
}

/** The bounds of the 95 % interval, such as `73.2–80.0`; empty for a bare number. */
export function interval(value: Share | number): string {
  return typeof value === 'number' ? '' : `${(value.low * 100).toFixed(1)}–${(value.high * 100).toFixed(1)}`
}
