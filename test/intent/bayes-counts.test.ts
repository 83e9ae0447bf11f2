import { bayesCounts, exactLogValues } from '../../src/intent/bayes-counts.ts'
import { features } from '../../src/intent/features.ts'
import { type Document, fitBayes } from '../../src/intent/fit-bayes.ts'
import { normalize } from '../../src/intent/normalize.ts'
import { shippedExamples } from '../support/shipped-examples.ts'

const keysOf = (text: string): string[] => [...features(normalize(text)).words.keys()]

describe('exactLogValues', () => {
  it('equals the logarithm of natural’s getClassifications on 400 messages', async () => {
    const examples = await shippedExamples()
    const documents = examples
      .filter((_, at) => at % 5 === 0)
      .map(({ label, text }): Document => ({ label, keys: keysOf(text) }))
    const classifier = fitBayes(documents)
    const counts = bayesCounts(classifier)
    const messages = examples.filter((_, at) => at % 5 === 1).slice(0, 400)
    expect(messages.length).toBe(400)
    let worst = 0
    for (const { text } of messages) {
      const exact = exactLogValues(counts, keysOf(text))
      for (const { label, value } of classifier.getClassifications(keysOf(text))) {
        worst = Math.max(worst, Math.abs((exact.get(label) ?? 0) - Math.log(value)))
      }
    }
    expect(worst).toBeLessThan(1e-9)
  })

  it('stays finite where natural underflows to zero', () => {
    const long = Array.from({ length: 3000 }, (_, at) => `w:word${at}`)
    const classifier = fitBayes([
      { label: 'greeting', keys: long },
      { label: 'greeting', keys: ['w:x'] },
      { label: 'which_path', keys: ['w:x'] },
      { label: 'which_path', keys: ['w:y'] },
    ])
    expect(classifier.getClassifications(long).every(({ value }) => value === 0)).toBe(true)
    const exact = exactLogValues(bayesCounts(classifier), long)
    expect([...exact.values()].every(Number.isFinite)).toBe(true)
    expect(exact.get('greeting')).toBeGreaterThan(exact.get('which_path') ?? 0)
  })
})

describe('bayesCounts', () => {
  it('reads document frequencies and class sizes', () => {
    const counts = bayesCounts(
      fitBayes([
        { label: 'greeting', keys: ['w:hi', 'w:you'] },
        { label: 'greeting', keys: ['w:hi'] },
        { label: 'which_path', keys: ['w:you'] },
      ]),
    )
    expect(counts.documents).toEqual(
      new Map([
        ['greeting', 2],
        ['which_path', 1],
      ]),
    )
    expect(counts.features.get('w:hi')).toEqual(new Map([['greeting', 2]]))
    expect(counts.features.get('w:you')).toEqual(
      new Map([
        ['greeting', 1],
        ['which_path', 1],
      ]),
    )
  })
})
