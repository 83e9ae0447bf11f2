import fc from 'fast-check'
import { forOwner } from '../../src/desk/for-owner.ts'
import { Ticket } from '../../src/desk/ticket.ts'
import { arbitraryTicket } from '../slack/views/arbitrary-ticket.ts'
import { sampleTicket } from './sample-ticket.ts'

const canary = 'canary-91'

describe('forOwner', () => {
  it('keeps who asks by id, for which mailbox, for what, since when, and whether it was stopped', () => {
    const frozen = { by: 'U_SUN', at: 2 }
    expect(forOwner(sampleTicket({ frozen, note: 'a', claimedBy: 'U_CHEN' }))).toMatchObject({
      number: 1001,
      requester: { user: 'U_LIN', name: '' },
      mailbox: 'lin.wei@example.com',
      reason: 'locked',
      openedAt: sampleTicket().openedAt,
      frozen,
    })
  })

  it('shows nothing that anybody wrote, and nothing of the postmasters’ own, of any ticket', () => {
    fc.assert(
      fc.property(arbitraryTicket, (any) => {
        const written = { user: 'U1', text: canary, at: 1 }
        const seen = forOwner({
          ...any,
          requester: { user: 'U1', name: canary, email: canary, timeZone: canary, language: 'en' },
          screenText: canary,
          note: canary,
          messages: [{ from: 'requester', ...written }],
          notes: [written],
          path: [{ question: { en: canary }, answer: { en: canary } }],
          todo: { steps: [{ en: canary }] },
          claimedBy: canary,
          resolvedBy: canary,
          declinedBy: canary,
          lastMove: { action: 'hand', user: canary, at: 1, to: canary },
          approvals: [{ user: canary, at: 1, identityCheck: 'callback' }],
          second: canary,
        })
        expect(JSON.stringify(seen)).not.toContain(canary)
        const shape = new Set(Object.keys(Ticket.shape))
        expect(Object.keys(seen).filter((name) => !shape.has(name))).toEqual([])
      }),
    )
  })

  it('is a ticket, and the same seen twice', () => {
    const seen = forOwner(sampleTicket({ note: 'a' }))
    expect(Ticket.parse(seen)).toEqual(seen)
    expect(forOwner(seen)).toEqual(seen)
  })
})
