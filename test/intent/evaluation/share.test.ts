import fc from 'fast-check'
import { shareOf, shareWhere } from '../../../src/intent/evaluation/share.ts'

describe('shareOf', () => {
  it('gives the Wilson interval of worked examples', () => {
    const half = shareOf(5, 10)
    expect(half.share).toBe(0.5)
    expect(half.low).toBeCloseTo(0.2366, 4)
    expect(half.high).toBeCloseTo(0.7634, 4)
    const all = shareOf(20, 20)
    expect(all.low).toBeCloseTo(0.8389, 4)
    expect(all.high).toBe(1)
  })

  it('knows nothing of nothing', () => {
    expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, share: 0, low: 0, high: 1 })
  })

  it('holds the share within bounds of 0 and 1, mirrored when what is counted is turned round', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (count, rest) => {
        fc.pre(count + rest > 0)
        const [one, other] = [shareOf(count, count + rest), shareOf(rest, count + rest)]
        expect(one.low).toBeGreaterThanOrEqual(0)
        expect(one.low).toBeLessThanOrEqual(one.share + 1e-12)
        expect(one.high).toBeGreaterThanOrEqual(one.share - 1e-12)
        expect(one.high).toBeLessThanOrEqual(1)
        expect(one.low).toBeCloseTo(1 - other.high, 10)
      }),
    )
  })
})

describe('shareWhere', () => {
  it('counts what holds', () => {
    expect(shareWhere([1, 2, 3, 4], (each) => each > 3)).toMatchObject({ count: 1, of: 4, share: 0.25 })
  })
})
