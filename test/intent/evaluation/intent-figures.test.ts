import { confusions, intentFigures, macroF1 } from '../../../src/intent/evaluation/intent-figures.ts'
import { sampleOutcome } from './sample-outcome.ts'

const outcomes = [
  sampleOutcome('a', ['a', 'b']),
  sampleOutcome('a', ['b', 'a']),
  sampleOutcome('a', ['b', 'a']),
  sampleOutcome('b', ['b', 'a']),
  sampleOutcome('c', ['a', 'c']),
]

describe('intentFigures', () => {
  it('gives precision, recall and F1 by hand', () => {
    expect(intentFigures(outcomes)).toEqual([
      { intent: 'a', messages: 3, precision: 1 / 2, recall: 1 / 3, f1: 0.4 },
      { intent: 'b', messages: 1, precision: 1 / 3, recall: 1, f1: 0.5 },
      { intent: 'c', messages: 1, precision: 0, recall: 0, f1: 0 },
    ])
  })
})

describe('macroF1', () => {
  it('is the mean over the intents, and 0 for none', () => {
    expect(macroF1(intentFigures(outcomes))).toBeCloseTo(0.3, 12)
    expect(macroF1([])).toBe(0)
  })
})

describe('confusions', () => {
  it('counts pairs, most frequent first', () => {
    expect(confusions(outcomes)).toEqual([
      { intent: 'a', taken: 'b', times: 2 },
      { intent: 'c', taken: 'a', times: 1 },
    ])
  })
})
