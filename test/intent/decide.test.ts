import fc from 'fast-check'
import { decide, thresholds } from '../../src/intent/decide.ts'
import { IntentId } from '../../src/intent/intent-id.ts'
import type { Ranked } from '../../src/intent/understanding.ts'

const ranked = (...probabilities: number[]): Ranked[] =>
  probabilities.map((probability, at) => ({ intent: IntentId.options[at] ?? 'greeting', probability }))

describe('decide', () => {
  it('takes the best intent at once when it is likely what the person wants', () => {
    expect(decide({ ranked: ranked(0.9, 0.05, 0.05), inScope: 0.9, confidence: thresholds.accept })).toEqual({
      kind: 'accept',
      intent: 'forgot_password',
    })
  })

  it('asks back when it is for us, but not sure enough what', () => {
    const unsure = { inScope: 0.9, confidence: thresholds.accept - 0.01 }
    expect(decide({ ranked: ranked(0.5, 0.45, 0.05), ...unsure }).kind).toBe('clarify')
    expect(decide({ ranked: ranked(0.9, 0.1), inScope: thresholds.scope, confidence: 0.4 }).kind).toBe(
      'clarify',
    )
  })

  it('falls back when it is not for us, or there is nothing to choose from', () => {
    expect(decide({ ranked: ranked(0.99, 0.01), inScope: thresholds.scope - 0.01, confidence: 0.4 })).toEqual(
      {
        kind: 'fallback',
      },
    )
    expect(decide({ ranked: [], inScope: 1, confidence: 1 })).toEqual({ kind: 'fallback' })
  })

  it('offers the likeliest, two to four of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 }),
        (raw) => {
          const sum = raw.reduce((total, each) => total + each, 0) || 1
          const list = ranked(...raw.map((each) => each / sum).sort((a, b) => b - a))
          const decision = decide({ ranked: list, inScope: 0.5, confidence: 0.5 })
          if (decision.kind !== 'clarify') throw new Error(`Expected a question, not ${decision.kind}.`)
          expect(decision.intents.length).toBeGreaterThanOrEqual(2)
          expect(decision.intents.length).toBeLessThanOrEqual(4)
          expect(decision.intents).toEqual(list.slice(0, decision.intents.length).map(({ intent }) => intent))
        },
      ),
    )
  })
})
