import { z } from 'zod'
import { createJudge } from '../judge.ts'
import { normalize } from '../normalize.ts'
import { fitModel } from '../train.ts'
import { bestOf, type Outcome, outside } from './outcome.ts'

const Label = z
  .string()
  .min(1)
  .max(80)
  .refine((label) => !(label in Object.prototype), 'cannot be a label')
const Rows = z.array(z.tuple([z.string(), Label])).min(1)
type Rows = z.infer<typeof Rows>

/** The format of CLINC150's `data_full.json` (Larson et al., EMNLP 2019): `[text, intent]` rows in six splits. */
export const ClincData = z.object({
  train: Rows,
  val: Rows,
  test: Rows,
  oos_train: Rows,
  oos_val: Rows,
  oos_test: Rows,
})
export type ClincData = z.infer<typeof ClincData>

/** How much accuracy in scope, 0..1, rejecting may cost on the validation split. */
const mostLost = 0.01

interface Asked {
  /** A clock in milliseconds. */
  readonly now: () => number
  /** Told what goes on, for it takes a while. */
  readonly say: (line: string) => void
}

/**
 * The greatest score below which messages may be rejected at a cost of at most `mostLost` in accuracy: only those
 * whose best intent was right are lost.
 */
export function operatingPoint(inside: readonly Outcome[]): number {
  const right = inside.filter((each) => bestOf(each) === each.intent).map(({ scope }) => scope)
  const affordable = Math.floor(mostLost * inside.length + 1e-9)
  return right.sort((a, b) => a - b)[affordable] ?? Number.POSITIVE_INFINITY
}

/**
 * Learns from `train` and `oos_train`, chooses one operating point on `val`, and asks about `test` and `oos_test`.
 * What is rejected by is how likely a text is in scope and the best intent's at once.
 * Texts are read and learnt as Postern's own; its rules before the model take no part. Nothing is asked back.
 */
export function measureClinc(
  data: ClincData,
  { now, say }: Asked,
): { readonly outcomes: readonly Outcome[]; readonly note: string } {
  const examples = [
    ...data.train.map(([text, label]) => ({ text, label })),
    ...data.oos_train.map(([text]) => ({ text, label: outside })),
  ]
  const closed = [...new Set(examples.map(({ label }) => label))]
  say(
    `Learning ${examples.length} texts of ${closed.length - 1} intents and of none; this takes a minute or so.`,
  )
  const judge = createJudge(fitModel(examples, { closed, outside, asked: () => true }), outside)
  const ask = (rows: Rows, threshold: number): readonly Outcome[] =>
    rows.map(([text, label]): Outcome => {
      const began = now()
      const { ranked, inScope, confidence } = judge.judge(normalize(text))
      const milliseconds = now() - began
      const { label: best, probability } = ranked[0] ?? { label: outside, probability: 0 }
      const scope = inScope * probability
      return {
        intent: label,
        also: [],
        language: 'en',
        ranked: ranked.map((each) => ({ intent: each.label, probability: each.probability })),
        scope,
        confidence,
        answer: scope < threshold ? { kind: 'rejected' } : { kind: 'led', intent: best },
        milliseconds,
      }
    })
  const asOutside = (rows: Rows): Rows => rows.map(([text]) => [text, outside])
  say(`Choosing the operating point on ${data.val.length} texts.`)
  const threshold = operatingPoint(ask(data.val, 0))
  say(`Asking about ${data.test.length + data.oos_test.length} texts.`)
  return {
    outcomes: [...ask(data.test, threshold), ...ask(asOutside(data.oos_test), threshold)],
    note: `One operating point, chosen on the validation split: reject below ${threshold.toFixed(3)}, which costs at most ${mostLost * 100} point of accuracy there. "Right at once" is accuracy with rejecting.`,
  }
}
