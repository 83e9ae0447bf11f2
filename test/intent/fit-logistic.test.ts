import fc from 'fast-check'
import { fitLogistic, logistic } from '../../src/intent/fit-logistic.ts'

describe('fitLogistic', () => {
  it('finds the share where nothing else tells', () => {
    const rows = [true, true, true, false].map((holds) => ({ numbers: [0], holds, weight: 1 }))
    expect(logistic(fitLogistic(rows, 1), [0])).toBeCloseTo(0.75, 3)
  })

  it('counts a row as often as it weighs', () => {
    const rows = [
      { numbers: [0], holds: true, weight: 3 },
      { numbers: [0], holds: false, weight: 1 },
    ]
    expect(logistic(fitLogistic(rows, 1), [0])).toBeCloseTo(0.75, 3)
  })

  it('comes to the log-odds of two groups, but for the penalty', () => {
    const group = (at: number, share: number) =>
      Array.from({ length: 1000 }, (_, row) => ({ numbers: [at], holds: row < share * 1000, weight: 1 }))
    const [slope = 0, constant = 0] = fitLogistic([...group(0, 0.2), ...group(1, 0.8)], 0.001)
    expect(constant).toBeCloseTo(Math.log(0.2 / 0.8), 2)
    expect(slope).toBeCloseTo(2 * Math.log(0.8 / 0.2), 2)
  })

  it('stays finite on any rows, those that are all alike and those that can be told apart entirely', () => {
    const row = fc.record({
      numbers: fc.array(fc.double({ min: -12, max: 12, noNaN: true }), { minLength: 3, maxLength: 3 }),
      holds: fc.boolean(),
      weight: fc.constantFrom(0.5, 1, 2),
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const weights = fitLogistic(rows, 5)
        expect(weights).toHaveLength(4)
        expect(weights.every(Number.isFinite)).toBe(true)
      }),
    )
  })
})
