import fc from 'fast-check'
import { calibrate } from '../../../src/intent/evaluation/calibration.ts'

/** So many claims of one kind, of which so many came true. */
const claims = (claimed: number, right: number, of: number): { claimed: number; right: boolean }[] =>
  Array.from({ length: of }, (_, at) => ({ claimed, right: at < right }))

describe('calibrate', () => {
  it('finds no error where what was claimed came true as often', () => {
    expect(calibrate([...claims(0.75, 3, 4), ...claims(0.25, 1, 4)]).error).toBe(0)
  })

  it('weighs the gap of each bin by its claims', () => {
    const { error, points } = calibrate([...claims(0.95, 3, 6), ...claims(0.35, 2, 2)])
    expect(error).toBeCloseTo((6 * 0.45 + 2 * 0.65) / 8, 12)
    expect(points[9]).toMatchObject({ from: 0.9, to: 1, claims: 6, right: 0.5 })
    expect(points[9]?.claimed).toBeCloseTo(0.95, 12)
    expect(points[0]).toEqual({ from: 0, to: 0.1, claims: 0, claimed: 0, right: 0 })
  })

  it('puts a claim on a bound into the bin above, and 1 into the last', () => {
    const { points } = calibrate([...claims(0.5, 0, 1), ...claims(1, 1, 1)])
    expect(points.map((point) => point.claims)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 1])
  })

  it('is 0 for no claims', () => {
    expect(calibrate([]).error).toBe(0)
  })

  it('stays within 0 and 1 and loses no claim', () => {
    const claim = fc.record({ claimed: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() })
    fc.assert(
      fc.property(fc.array(claim), (all) => {
        const { error, points } = calibrate(all)
        expect(error).toBeGreaterThanOrEqual(0)
        expect(error).toBeLessThanOrEqual(1)
        expect(points.reduce((sum, point) => sum + point.claims, 0)).toBe(all.length)
      }),
    )
  })
})
