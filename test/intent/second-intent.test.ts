import { createClassifier } from '../../src/intent/classifier.ts'
import { createJudge } from '../../src/intent/judge.ts'
import { longestText, normalize } from '../../src/intent/normalize.ts'
import { twoMatters } from '../../src/intent/second-intent.ts'
import { shippedArtefact, shippedExamples } from '../support/shipped-examples.ts'
import { oneOnly, twoAtOnce } from './two-at-once.ts'

const artefact = shippedArtefact()
const classifier = createClassifier(artefact)

describe('twoMatters', () => {
  it.each([
    ['locked out and I lost my phone', 'account_locked', 'lost_secure_phone'],
    ['I lost my phone and my account is locked', 'account_locked', 'lost_secure_phone'],
    ['my account is locked, I also forgot my password', 'account_locked', 'forgot_password'],
    ['账号被锁了，手机换号了', 'account_locked', 'lost_secure_phone'],
  ])('finds both in: %s, the blocking one first', (text, intent, also) => {
    expect(classifier.understand(text).decision).toEqual({ kind: 'accept', intent, also })
  })

  it.each([
    'my account is locked',
    'the account is locked, it says my account is locked, please unlock the account',
    'hi, I forgot my password, please help',
    '账号被锁了，请帮我解锁',
  ])('finds one in: %s', (text) => {
    expect(classifier.understand(text).decision).not.toHaveProperty('also')
  })

  /** Utterances change, and with them how single sentences come out; what share must is kept. */
  it('finds both in nine of ten messages that have two', () => {
    const missed = twoAtOnce.filter(([intent, also, text]) => {
      const { decision } = classifier.understand(text)
      return decision.kind !== 'accept' || decision.intent !== intent || decision.also !== also
    })
    expect(missed.length).toBeLessThan(twoAtOnce.length / 10)
  })

  it('hardly ever finds two where there is one', async () => {
    const hasTwo = (text: string): boolean => 'also' in classifier.understand(text).decision
    expect(oneOnly.filter(hasTwo).length).toBeLessThan(oneOnly.length / 20)
    const utterances = await shippedExamples()
    expect(utterances.filter(({ text }) => hasTwo(text)).length).toBeLessThan(utterances.length / 200)
  })

  it('sees a second matter beside one that a rule decides', () => {
    expect(classifier.understand('my account was hacked and my phone was stolen')).toMatchObject({
      rule: 'compromised',
      decision: { kind: 'accept', intent: 'account_compromised', also: 'lost_secure_phone' },
    })
  })

  it('asks about eight clauses at most, however many there are', () => {
    const { judge } = createJudge(artefact, 'out_of_scope')
    let asked = 0
    const counting: typeof judge = (clause) => {
      asked += 1
      return judge(clause)
    }
    twoMatters(normalize('no lock, forget so. '.repeat(longestText)), 'account_locked', counting)
    expect(asked).toBe(8)
  })
})
