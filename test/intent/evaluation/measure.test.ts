import { measure } from '../../../src/intent/evaluation/measure.ts'
import type { Classifier, Decision, Understanding } from '../../../src/intent/understanding.ts'

const decisions: Readonly<Record<string, Decision>> = {
  a: { kind: 'accept', intent: 'forgot_password' },
  b: { kind: 'clarify', intents: ['forgot_password', 'qr_login'] },
}

const scripted: Classifier = {
  understand: (text): Understanding => ({
    decision: decisions[text] ?? { kind: 'fallback' },
    intent: 'forgot_password',
    confidence: 0.6,
    inScope: 0.7,
    ranked: [{ intent: 'forgot_password', probability: 1 }],
    language: 'en',
    evidence: [],
  }),
}

const labelled = { intent: 'qr_login', language: 'zh', also: ['qr_expired'] } as const

describe('measure', () => {
  let time = 0
  const now = (): number => {
    time += 2
    return time
  }
  const outcomes = measure(
    scripted,
    ['a', 'b', 'c'].map((text) => ({ text, ...labelled })),
    now,
  )

  it('keeps what the row says and what the classifier makes of it', () => {
    expect(outcomes[0]).toEqual({
      ...labelled,
      ranked: [{ intent: 'forgot_password', probability: 1 }],
      scope: 0.7,
      confidence: 0.6,
      answer: { kind: 'led', intent: 'forgot_password' },
      milliseconds: 2,
    })
  })

  it('names what the person gets', () => {
    expect(outcomes.map(({ answer }) => answer)).toEqual([
      { kind: 'led', intent: 'forgot_password' },
      { kind: 'asked', offered: ['forgot_password', 'qr_login'] },
      { kind: 'rejected' },
    ])
  })
})
