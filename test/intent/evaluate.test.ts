import { evaluate } from '../../src/intent/evaluate.ts'
import type { IntentId } from '../../src/intent/intent-id.ts'
import type { Classifier, Decision, Understanding } from '../../src/intent/understanding.ts'

const answers: Readonly<Record<string, readonly [IntentId, Decision]>> = {
  a: ['forgot_password', { kind: 'accept', intent: 'forgot_password' }],
  b: ['account_locked', { kind: 'accept', intent: 'account_locked' }],
  c: ['account_locked', { kind: 'clarify', intents: ['account_locked', 'forgot_password'] }],
  d: ['greeting', { kind: 'fallback' }],
}

const scripted: Classifier = {
  understand: (text): Understanding => {
    const [intent, decision] = answers[text] ?? ['greeting', { kind: 'fallback' }]
    return { intent, decision, confidence: 1, ranked: [], language: 'en', evidence: [] }
  },
}

describe('evaluate', () => {
  it('counts shares, F1 and confusions', () => {
    const result = evaluate(scripted, [
      { text: 'a', intent: 'forgot_password' },
      { text: 'c', intent: 'forgot_password' },
      { text: 'b', intent: 'forgot_password' },
      { text: 'd', intent: 'account_locked' },
      { text: 'd', intent: 'out_of_scope' },
      { text: 'a', intent: 'out_of_scope' },
    ])
    expect(result).toMatchObject({
      inScope: 4,
      outOfScope: 2,
      accuracy: 0.25,
      outOfScopeRecall: 0.5,
      outOfScopeServed: 0.5,
      falseReject: 0.25,
      acceptedRight: 0.25,
      acceptedWrong: 0.25,
      clarified: 0.25,
      clarifiedWithRight: 0.25,
      confusions: [
        { intent: 'forgot_password', taken: 'account_locked', times: 2 },
        { intent: 'account_locked', taken: 'greeting', times: 1 },
      ],
    })
    expect(result.perIntent).toEqual([
      { intent: 'account_locked', messages: 1, precision: 0, recall: 0, f1: 0 },
      { intent: 'forgot_password', messages: 3, precision: 1, recall: 1 / 3, f1: 0.5 },
    ])
    expect(result.macroF1).toBe(0.25)
  })

  it('gives zeros for no messages', () => {
    expect(evaluate(scripted, [])).toMatchObject({
      accuracy: 0,
      macroF1: 0,
      outOfScopeRecall: 0,
      perIntent: [],
    })
  })
})
