import { evaluate } from '../../../src/intent/evaluation/evaluation.ts'
import { sampleOutcome } from './sample-outcome.ts'

const rejected = { kind: 'rejected' } as const
const asked = (...offered: string[]) => ({ kind: 'asked', offered }) as const

const outcomes = [
  sampleOutcome('a', ['a', 'b', 'c', 'd']),
  sampleOutcome('a', ['b', 'a', 'c', 'd'], undefined, { also: ['b'], scope: 0.4 }),
  sampleOutcome('b', ['a', 'c', 'b', 'd'], asked('a', 'b'), { language: 'zh' }),
  sampleOutcome('b', ['a', 'c', 'd', 'b'], asked('a', 'c')),
  sampleOutcome('c', ['c', 'a', 'b', 'd'], rejected, { scope: 0.1 }),
  sampleOutcome('out_of_scope', ['a', 'b', 'c', 'd'], rejected, { scope: 0.2, confidence: 0.1 }),
  sampleOutcome('out_of_scope', ['a', 'b', 'c', 'd'], asked('a', 'b'), { scope: 0.05, confidence: 0.3 }),
  sampleOutcome('out_of_scope', ['a', 'b', 'c', 'd'], undefined, { scope: 0.95, milliseconds: 9 }),
]

describe('evaluate', () => {
  const { all, byLanguage, perIntent, confusions, latency } = evaluate(outcomes)

  it('counts what is right: best, as good, and among three', () => {
    expect(all).toMatchObject({
      inside: 5,
      outside: 3,
      accuracy: { count: 2, of: 5 },
      lenient: { count: 3, of: 5 },
      topThree: { count: 4, of: 5 },
    })
  })

  it('counts what people get', () => {
    const { inside, outside } = all.zones
    expect(Object.values(inside).map(({ count }) => count)).toEqual([1, 1, 1, 1, 1])
    expect(Object.values(outside).map(({ count }) => count)).toEqual([1, 1, 1])
    expect(all.served).toMatchObject({ count: 2, of: 5 })
  })

  it('tells in scope from out of scope by the score', () => {
    expect(all.auroc).toBeCloseTo((2 * 3 + 2 + 1) / 15, 12)
    expect(all.outsideRecall.at5).toBeCloseTo(1 / 3, 12)
    expect(all.outsideRecall.at20).toBeCloseTo(2 / 3, 12)
  })

  it('says how far claims are from the truth', () => {
    expect(all.calibration.error).toBeCloseTo(0.4, 12)
    expect(all.confidenceError).toBeCloseTo((6 * (0.8 - 2 / 6) + 0.1 + 0.3) / 8, 12)
  })

  it('goes by language and by intent', () => {
    expect(byLanguage.zh).toMatchObject({ inside: 1, outside: 0, accuracy: { count: 0 } })
    expect(byLanguage.en).toMatchObject({ inside: 4, outside: 3 })
    expect(perIntent.map(({ intent }) => intent)).toEqual(['a', 'b', 'c'])
    expect(confusions[0]).toEqual({ intent: 'b', taken: 'a', times: 2 })
  })

  it('gives the median time and the nearly worst', () => {
    expect(latency).toEqual({ p50: 1, p99: 9 })
  })

  it('is total: no messages give zeros', () => {
    const none = evaluate([])
    expect(none).toMatchObject({ perIntent: [], confusions: [], byLanguage: {}, latency: { p50: 0, p99: 0 } })
    expect(none.all).toMatchObject({ accuracy: { share: 0 }, macroF1: 0, calibration: { error: 0 } })
  })
})
