import { heardIn } from '../../src/application/heard-in.ts'
import { screenKey } from '../../src/guide/screen-message.ts'
import type { Decision, Understanding } from '../../src/intent/understanding.ts'
import { caseGuide } from './case-guide.ts'

const place = { flow: 'account_locked', node: 'unlock' }
const guide = { ...caseGuide, screenMessages: [{ words: screenKey('Too many errors'), place }] }

const understood = (decision: Decision, rule?: string): Understanding => ({
  decision,
  intent: 'which_path',
  confidence: 0,
  inScope: 0,
  ranked: [],
  language: 'en',
  evidence: [],
  ...(rule !== undefined && { rule }),
})
const fallback: Decision = { kind: 'fallback' }

describe('heardIn', () => {
  it('takes what the page says before what the model thinks', () => {
    expect(heardIn(guide, understood(fallback), 'too many errors!')).toEqual({ kind: 'screen', place })
  })

  it('keeps the second matter that the model finds beside it', () => {
    const both: Decision = { kind: 'accept', intent: 'account_locked', also: 'lost_secure_phone' }
    const heard = heardIn(guide, understood(both), 'too many errors, and my phone is lost')
    expect(heard).toEqual({ kind: 'screen', place, also: 'lost_secure_phone' })
  })

  it('leaves out a second matter of another first one', () => {
    const other: Decision = { kind: 'accept', intent: 'forgot_password', also: 'lost_secure_phone' }
    expect(heardIn(guide, understood(other), 'too many errors')).toEqual({ kind: 'screen', place })
  })

  it('lets a rule decide first', () => {
    expect(heardIn(guide, understood(fallback, 'other_system'), 'vpn: too many errors')).toEqual(fallback)
  })

  it('gives what was understood where nothing is quoted', () => {
    const decision: Decision = { kind: 'accept', intent: 'forgot_password' }
    expect(heardIn(guide, understood(decision), 'I forgot it')).toEqual(decision)
  })
})
