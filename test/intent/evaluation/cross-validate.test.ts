import fc from 'fast-check'
import { crossValidate, familyFolds } from '../../../src/intent/evaluation/cross-validate.ts'
import type { TrainingExample } from '../../../src/intent/understanding.ts'
import { shippedExamples } from '../../support/shipped-examples.ts'

const example = (label: TrainingExample['label'], text: string): TrainingExample => ({
  label,
  language: 'en',
  text,
})

const syllables = 'ba ke mi so tu ra'.split(' ')

/** A made-up word of its own for each number below 216. */
const word = (number: number): string =>
  [number % 6, Math.floor(number / 6) % 6, Math.floor(number / 36)].map((at) => syllables[at]).join('')

const some = Array.from({ length: 36 }, (_, at) => [
  example('forgot_password', `forgotten ${word(at)} ${word(at + 36)}`),
  example('qr_login', `scanning ${word(at + 72)} ${word(at + 108)}`),
  example('out_of_scope', `lunchtime ${word(at + 144)} ${word(at + 180)}`),
]).flat()

describe('familyFolds', () => {
  it('keeps near-copies together, and near-copies of those', () => {
    const family = ['my account is locked', 'my account is locked out', 'my account is locked out again']
    const others = [
      'too many wrong tries',
      'it says wait an hour',
      'frozen since monday',
      'blocked, why',
      'unlock me',
    ]
    const folds = familyFolds([...family, ...others].map((text) => example('account_locked', text)))
    expect(new Set(folds.slice(0, family.length)).size).toBe(1)
    expect(new Set(folds).size).toBe(5)
  })

  it('keeps Chinese near-copies together', () => {
    const [one, other] = familyFolds(
      ['邮箱账号被锁定了怎么办', '邮箱账号被锁定了怎么办呢', '收不到验证码'].map((text) =>
        example('account_locked', text),
      ),
    )
    expect(one).toBe(other)
  })

  it('gives every example one fold, whatever the texts', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 40 })
    fc.assert(
      fc.property(texts, (list) => {
        const folds = familyFolds(list.map((text) => example('greeting', text)))
        expect(folds).toHaveLength(list.length)
        expect(folds.every((fold) => [0, 1, 2, 3, 4].includes(fold))).toBe(true)
      }),
    )
  })

  it('spreads the shipped utterances so that no fold has a third of them', async () => {
    const folds = familyFolds(await shippedExamples())
    const sizes = [0, 1, 2, 3, 4].map((fold) => folds.filter((each) => each === fold).length)
    expect(Math.max(...sizes)).toBeLessThan(folds.length / 3)
  })
})

describe('crossValidate', () => {
  it('asks about every example once, of a model that tells plain cases apart, and says each fold', () => {
    const said: string[] = []
    const outcomes = crossValidate(some, { now: () => 0, say: (line) => said.push(line) })
    expect(outcomes).toHaveLength(some.length)
    for (const label of ['forgot_password', 'qr_login', 'out_of_scope']) {
      expect(outcomes.filter(({ intent }) => intent === label)).toHaveLength(36)
    }
    const inside = outcomes.filter(({ intent }) => intent !== 'out_of_scope')
    expect(inside.every(({ intent, ranked }) => ranked[0]?.intent === intent)).toBe(true)
    expect(said).toHaveLength(5)
    expect(said[0]).toMatch(/^Fold 1 of 5: learning \d+ utterances, asking about \d+\.$/)
  })
})
