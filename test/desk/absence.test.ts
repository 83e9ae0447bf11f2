import { absence } from '../../src/desk/absence.ts'
import { sampleHours } from './sample-hours.ts'
import { sampleTicket } from './sample-ticket.ts'

const office = sampleHours('mon-fri 09:00-18:00')
const at = (text: string): number => Date.parse(`${text}+08:00`)
const saturday = at('2026-11-28T12:00')

describe('absence', () => {
  it('tells when postmasters are back, where somebody waits for one', () => {
    const back = { kind: 'away', since: saturday, until: at('2026-11-30T09:00') }
    expect(absence(sampleTicket(), office, saturday)).toEqual(back)
  })

  it('tells that they are called all the same where somebody else may be in the mailbox', () => {
    expect(absence(sampleTicket({ reason: 'compromised' }), office, saturday)).toEqual({ kind: 'alerted' })
  })

  it('tells nothing while they are at work, where they always are, and of a ticket that somebody has', () => {
    expect(absence(sampleTicket(), office, at('2026-11-27T12:00'))).toBeUndefined()
    expect(absence(sampleTicket(), undefined, saturday)).toBeUndefined()
    expect(absence(sampleTicket({ state: 'claimed' }), office, saturday)).toBeUndefined()
  })
})
