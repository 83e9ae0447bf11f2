import { confusionMatrix, leftOut } from '../../src/cli/evaluation/confusion-matrix.ts'
import { evaluate } from '../../src/intent/evaluation/evaluation.ts'
import { sampleOutcome } from '../intent/evaluation/sample-outcome.ts'

const name = (at: number): string => `intent_${String(at).padStart(2, '0')}`
const right = (count: number) =>
  Array.from({ length: count }, (_, at) => sampleOutcome(name(at), [name(at), 'x']))
const wrong = [sampleOutcome(name(18), [name(19), 'x']), sampleOutcome(name(18), [name(19), 'x'])]

describe('confusionMatrix', () => {
  it('names each cell: what was meant, what it was taken for, and how often', () => {
    const svg = confusionMatrix(evaluate([...right(20), ...wrong]))
    expect(svg).toContain('<title>intent_18 taken for intent_19: 2 (67 %)</title>')
    expect(svg).toContain('Most often, 2 times, intent_18 was taken for intent_19.')
  })

  it('shows the intents most often confused where there are too many', () => {
    const svg = confusionMatrix(evaluate([...right(20), ...wrong]))
    expect(svg.match(/<title>intent_/g)).toHaveLength(18)
    expect(svg).toContain('>intent_19<')
    expect(svg).not.toContain('>intent_17<')
  })

  it('draws nothing of nothing', () => {
    expect(confusionMatrix(evaluate([]))).toContain('Nothing was taken for another.')
  })
})

describe('leftOut', () => {
  it('says how many are not shown, and nothing when all are', () => {
    expect(leftOut(evaluate(right(20)))).toBe(' The 17 most often confused are shown; 3 others are not.')
    expect(leftOut(evaluate(right(17)))).toBe('')
  })
})
