import { fitCalibration } from '../../src/intent/fit-calibration.ts'
import { logistic } from '../../src/intent/fit-logistic.ts'
import type { HeldOut } from '../../src/intent/held-out.ts'
import { signNames } from '../../src/intent/sign-names.ts'

const labels = ['locked', 'forgot', 'out_of_scope']

/** A held-out utterance scored with these probabilities; its first sign is its only one. */
const row = (label: string, sign: number, ...probabilities: number[]): HeldOut => ({
  label,
  scores: Float64Array.from(probabilities, Math.log),
  signs: signNames.map((_, at) => (at === 0 ? sign : 0)),
})
const many = (count: number, each: HeldOut): HeldOut[] => new Array<HeldOut>(count).fill(each)

const rows = [
  ...many(80, row('locked', 1, 0.9, 0.05, 0.05)),
  ...many(20, row('forgot', 1, 0.9, 0.05, 0.05)),
  ...many(50, row('out_of_scope', -1, 0.3, 0.3, 0.4)),
]
const signs = (sign: number): number[] => signNames.map((_, at) => (at === 0 ? sign : 0))

describe('fitCalibration', () => {
  const calibration = fitCalibration(rows, labels, 2)

  it('tells what is in scope by the signs', () => {
    expect(logistic(calibration.inScope, signs(1))).toBeGreaterThan(0.9)
    expect(logistic(calibration.inScope, signs(-1))).toBeLessThan(0.2)
  })

  it('is as sure of the best label as it was right: four times of five', () => {
    expect(logistic(calibration.right, signs(1))).toBeCloseTo(0.8, 2)
  })

  it('brings the probabilities of the labels in scope to how often they were right', () => {
    const share = (at: number): number => Math.exp((rows[0]?.scores[at] ?? 0) * calibration.sharpness)
    expect(share(0) / (share(0) + share(1))).toBeCloseTo(0.8, 1)
  })

  it('takes all for in scope where nothing is outside', () => {
    const inside = rows.filter(({ label }) => label !== 'out_of_scope')
    const without = fitCalibration(inside, ['locked', 'forgot'], -1)
    expect(logistic(without.inScope, signs(1))).toBeGreaterThan(0.95)
  })
})
