import { owedNotices } from '../../src/desk/owed-notices.ts'
import { Outcome, type Ticket } from '../../src/desk/ticket.ts'
import { sampleTicket } from './sample-ticket.ts'

const notice = (of: 'opened' | 'closed'): Ticket['notices'][number] => ({ of, at: 1, owner: 'told' })
const resolved = { state: 'resolved', outcome: 'unlocked', identityCheck: 'callback' } as const

describe('owedNotices', () => {
  it('owes the opening of a new ticket, and nothing once that was told', () => {
    expect(owedNotices(sampleTicket())).toEqual([{ of: 'opened' }])
    expect(owedNotices(sampleTicket({ notices: [notice('opened')] }))).toEqual([])
  })

  it('owes both, in order, where it was closed before the opening was told', () => {
    expect(owedNotices(sampleTicket(resolved))).toEqual([{ of: 'opened' }, { of: 'closed', as: 'unlocked' }])
  })

  it.each([
    ...Outcome.options.map((outcome) => [{ ...resolved, outcome }, outcome] as const),
    [{ state: 'declined', declineReason: 'other' }, 'declined'] as const,
    [{ state: 'cancelled' }, 'cancelled'] as const,
  ])('says of %j what became of it', (change, as) => {
    expect(owedNotices(sampleTicket({ ...change, notices: [notice('opened')] }))).toEqual([
      { of: 'closed', as },
    ])
  })

  it('owes a reopening, and the close after it', () => {
    const told = [notice('opened'), notice('closed')]
    expect(owedNotices(sampleTicket({ reopened: 1, notices: told }))).toEqual([{ of: 'reopened' }])
    expect(owedNotices(sampleTicket({ ...resolved, reopened: 1, notices: told }))).toEqual([
      { of: 'reopened' },
      { of: 'closed', as: 'unlocked' },
    ])
  })

  it('says of a close that was told late only that it is open again', () => {
    expect(owedNotices(sampleTicket({ reopened: 1, notices: [notice('opened')] }))).toEqual([
      { of: 'closed', as: 'open_again' },
      { of: 'reopened' },
    ])
  })

  it.each(['claimed', 'waiting'] as const)('owes nothing for a ticket that comes to be %s', (state) => {
    expect(owedNotices(sampleTicket({ state, claimedBy: 'U9', notices: [notice('opened')] }))).toEqual([])
  })
})
