import fc from 'fast-check'
import { auroc, recallAt } from '../../../src/intent/evaluation/separation.ts'

const scores = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 30 })

describe('auroc', () => {
  it('is 1 when all in scope score above all out of scope, 0 the other way round, one half when all tie', () => {
    expect(auroc([0.8, 0.9], [0.1, 0.2, 0.3])).toBe(1)
    expect(auroc([0.1, 0.2], [0.8, 0.9])).toBe(0)
    expect(auroc([0.5, 0.5], [0.5, 0.5])).toBe(0.5)
  })

  it('counts pairs: of six, four are won and one is tied', () => {
    expect(auroc([0.9, 0.4], [0.1, 0.4, 0.5])).toBeCloseTo(4.5 / 6, 12)
  })

  it('is one half when a side is empty', () => {
    expect([auroc([], [1]), auroc([1], [])]).toEqual([0.5, 0.5])
  })

  it('equals the count over all pairs, and turns round with the sides', () => {
    fc.assert(
      fc.property(scores, scores, (inside, outside) => {
        const wins = inside.flatMap((a) => outside.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
        const mean = wins.reduce((sum: number, win) => sum + win, 0) / wins.length
        expect(auroc(inside, outside)).toBeCloseTo(mean, 10)
        expect(auroc(outside, inside)).toBeCloseTo(1 - mean, 10)
      }),
    )
  })
})

describe('recallAt', () => {
  const inside = [0.1, 0.5, 0.6, 0.7, 0.8, 0.82, 0.84, 0.86, 0.88, 0.9]

  it('rejects what scores below the threshold that loses no more than allowed', () => {
    expect(recallAt(0, inside, [0.05, 0.3, 0.55, 0.95])).toBe(0.25)
    expect(recallAt(0.1, inside, [0.05, 0.3, 0.55, 0.95])).toBe(0.5)
    expect(recallAt(0.2, inside, [0.05, 0.3, 0.55, 0.95])).toBe(0.75)
  })

  it('rejects nothing when all tie, and is 0 without messages out of scope', () => {
    expect(recallAt(0.2, [0.5, 0.5, 0.5], [0.5, 0.5])).toBe(0)
    expect(recallAt(0.2, inside, [])).toBe(0)
  })

  it('grows with what may be lost', () => {
    fc.assert(
      fc.property(scores, scores, (some, others) => {
        const [a, b, c] = [0.05, 0.1, 0.2].map((rate) => recallAt(rate, some, others))
        expect(a).toBeLessThanOrEqual(b ?? 0)
        expect(b).toBeLessThanOrEqual(c ?? 0)
      }),
    )
  })
})
