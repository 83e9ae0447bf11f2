import { alarmsAt, followsReset, rivalsOf } from '../../src/desk/alarms.ts'
import type { Ticket } from '../../src/desk/ticket.ts'
import { openedAt, sampleTicket } from './sample-ticket.ts'

const hour = 3_600_000
const sun = { ...sampleTicket().requester, user: 'U_SUN' }

function other(change: Partial<Ticket>): Ticket {
  return sampleTicket({ number: 1000, openedAt: openedAt - hour, ...change })
}

function alarms(ticket: Ticket, about: readonly Ticket[] = [], own: readonly Ticket[] = []) {
  return alarmsAt(ticket, [...about, ticket], [...own, ticket], openedAt)
}

describe('alarmsAt', () => {
  const ticket = sampleTicket()

  it('finds nothing odd in a first request', () => {
    expect(alarms(ticket)).toEqual([])
  })

  it('tells of a second case about the mailbox within a day, to the millisecond', () => {
    const day = 24 * hour
    expect(alarms(ticket, [other({ state: 'resolved', openedAt: openedAt - day + 1 })])).toEqual(['repeated'])
    expect(alarms(ticket, [other({ state: 'resolved', openedAt: openedAt - day })])).toEqual([])
  })

  it('tells of another person’s ticket about the same mailbox while it is live', () => {
    expect(alarms(ticket, [other({ requester: sun, openedAt: openedAt - 72 * hour })])).toEqual([
      'asked_by_others',
    ])
    expect(alarms(ticket, [other({ requester: sun, state: 'declined' })])).toEqual(['repeated'])
  })

  it('tells of a second factor within a day of a new password, also one set long after it was asked for', () => {
    const factor = sampleTicket({ reason: 'second_factor' })
    const reset: Partial<Ticket> = { state: 'resolved', outcome: 'password_reset' }
    const longAgo = openedAt - 100 * hour
    expect(alarms(factor, [other({ ...reset, openedAt: longAgo, resolvedAt: openedAt - hour })])).toEqual([
      'second_factor_after_reset',
    ])
    expect(alarms(factor, [other({ ...reset, openedAt: longAgo, resolvedAt: longAgo })])).toEqual([])
    expect(alarms(factor, [other({ reason: 'no_recovery_options' })])).toContain('second_factor_after_reset')
    expect(alarms(ticket, [other(reset)])).not.toContain('second_factor_after_reset')
  })

  it('tells of one person who asks for several mailboxes, however they are spelt', () => {
    expect(alarms(ticket, [], [other({ mailbox: 'sales@example.com' })])).toEqual(['several_mailboxes'])
    expect(alarms(ticket, [], [other({ mailbox: 'LIN.WEI@example.com' })])).toEqual([])
  })

  it('tells of an owner who stopped another ticket about the mailbox, lifted since or not', () => {
    const state = 'declined'
    const longAgo = openedAt - 100 * hour
    const frozen = other({ state, openedAt: longAgo, frozen: { by: 'U_SUN', at: 1 } })
    const lifted = { by: 'U_CHEN', at: 2, identityCheck: 'callback' } as const
    expect(alarms(ticket, [frozen])).toEqual(['stopped_before'])
    expect(alarms(ticket, [other({ state, openedAt: longAgo, unfrozen: lifted })])).toEqual([
      'stopped_before',
    ])
  })

  it('raises a flag for words of urgency or rank', () => {
    expect(alarms(sampleTicket({ note: 'The CEO needs this right now' }))).toEqual(['pressure'])
    expect(alarms(sampleTicket({ screenText: '董事长急用' }))).toEqual(['pressure'])
  })
})

describe('rivalsOf', () => {
  it('are live, of somebody else, and not the ticket itself', () => {
    const ticket = sampleTicket()
    const rival = other({ requester: sun })
    expect(
      rivalsOf(ticket, [ticket, rival, other({}), other({ requester: sun, state: 'cancelled' })]),
    ).toEqual([rival])
  })
})

describe('followsReset', () => {
  it('holds of a ticket that turned out to be about the second factor', () => {
    const resolved = sampleTicket({ reason: 'asked_for_person', state: 'resolved', outcome: 'phone_unbound' })
    const reset = other({ state: 'resolved', outcome: 'password_reset', resolvedAt: openedAt })
    expect(followsReset(resolved, [reset, resolved], openedAt)).toBe(true)
    expect(followsReset({ ...resolved, outcome: 'unlocked' }, [reset], openedAt)).toBe(false)
    expect(followsReset(resolved, [resolved], openedAt)).toBe(false)
  })
})
