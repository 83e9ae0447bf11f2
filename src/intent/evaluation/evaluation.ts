import type { Language } from '../../language.ts'
import { type Calibration, calibrate } from './calibration.ts'
import { type Confusion, confusions, type IntentFigures, intentFigures, macroF1 } from './intent-figures.ts'
import { bestOf, isInside, type Outcome } from './outcome.ts'
import { auroc, recallAt } from './separation.ts'
import { type Share, shareWhere } from './share.ts'

/** What became of the messages in scope and of those out of scope; the shares of each side add up to 1. */
interface Zones {
  readonly inside: {
    readonly rightAtOnce: Share
    readonly byOneButton: Share
    /** Asked back without the right one among the buttons. */
    readonly askedInVain: Share
    readonly wrongPath: Share
    readonly rejected: Share
  }
  readonly outside: { readonly led: Share; readonly asked: Share; readonly rejected: Share }
}

/** How well a classifier does on some messages. */
export interface Figures {
  readonly inside: number
  readonly outside: number
  /** In scope: the best intent is the right one, whatever became of it. */
  readonly accuracy: Share
  /** The same, taking what the row names in `also` for right too. */
  readonly lenient: Share
  /** In scope: the right one is among the three best. */
  readonly topThree: Share
  readonly macroF1: number
  readonly auroc: number
  /** Share of messages out of scope rejected where 5, 10 and 20 % of those in scope are. */
  readonly outsideRecall: { readonly at5: number; readonly at10: number; readonly at20: number }
  readonly zones: Zones
  /** In scope: right at once or by one button. */
  readonly served: Share
  /** Of the probability of the best intent, over messages in scope. */
  readonly calibration: Calibration
  /** Of `confidence`, over all messages; out of scope nothing is right. */
  readonly confidenceError: number
}

export interface Evaluation {
  readonly all: Figures
  readonly byLanguage: { readonly [language in Language]?: Figures }
  readonly perIntent: readonly IntentFigures[]
  readonly confusions: readonly Confusion[]
  /** Milliseconds a message. */
  readonly latency: { readonly p50: number; readonly p99: number }
}

const isLed = ({ answer, intent }: Outcome): boolean => answer.kind === 'led' && answer.intent === intent
const isOffered = ({ answer, intent }: Outcome): boolean =>
  answer.kind === 'asked' && answer.offered.includes(intent)

function zones(inside: readonly Outcome[], outside: readonly Outcome[]): Zones {
  const kind = (wanted: Outcome['answer']['kind']) => (each: Outcome) => each.answer.kind === wanted
  const [led, asked, rejected] = [kind('led'), kind('asked'), kind('rejected')]
  return {
    inside: {
      rightAtOnce: shareWhere(inside, isLed),
      byOneButton: shareWhere(inside, isOffered),
      askedInVain: shareWhere(inside, (each) => asked(each) && !isOffered(each)),
      wrongPath: shareWhere(inside, (each) => led(each) && !isLed(each)),
      rejected: shareWhere(inside, rejected),
    },
    outside: {
      led: shareWhere(outside, led),
      asked: shareWhere(outside, asked),
      rejected: shareWhere(outside, rejected),
    },
  }
}

function figures(outcomes: readonly Outcome[]): Figures {
  const inside = outcomes.filter(isInside)
  const outside = outcomes.filter((each) => !isInside(each))
  const scores = { inside: inside.map(({ scope }) => scope), outside: outside.map(({ scope }) => scope) }
  const right = (each: Outcome): boolean => bestOf(each) === each.intent
  const recall = (rate: number): number => recallAt(rate, scores.inside, scores.outside)
  return {
    inside: inside.length,
    outside: outside.length,
    accuracy: shareWhere(inside, right),
    lenient: shareWhere(inside, (each) => right(each) || each.also.includes(bestOf(each))),
    topThree: shareWhere(inside, ({ intent, ranked }) =>
      ranked.slice(0, 3).some((each) => each.intent === intent),
    ),
    macroF1: macroF1(intentFigures(inside)),
    auroc: auroc(scores.inside, scores.outside),
    outsideRecall: { at5: recall(0.05), at10: recall(0.1), at20: recall(0.2) },
    zones: zones(inside, outside),
    served: shareWhere(inside, (each) => isLed(each) || isOffered(each)),
    calibration: calibrate(
      inside.map((each) => ({ claimed: each.ranked[0]?.probability ?? 0, right: right(each) })),
    ),
    confidenceError: calibrate(outcomes.map((each) => ({ claimed: each.confidence, right: right(each) })))
      .error,
  }
}

/** The value that a share (0..1) of all values does not exceed, by nearest rank; 0 without values. */
function percentile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((a, b) => a - b)
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? 0
}

/** Counts what came of labelled messages. Total: figures of no messages are 0, their intervals 0 to 1. */
export function evaluate(outcomes: readonly Outcome[]): Evaluation {
  const inside = outcomes.filter(isInside)
  const times = outcomes.map(({ milliseconds }) => milliseconds)
  const languages = Map.groupBy(outcomes, ({ language }) => language)
  return {
    all: figures(outcomes),
    byLanguage: Object.fromEntries(
      [...languages].sort().map(([language, some]) => [language, figures(some)]),
    ),
    perIntent: intentFigures(inside),
    confusions: confusions(inside),
    latency: { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
  }
}
