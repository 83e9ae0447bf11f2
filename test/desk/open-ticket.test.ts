import { Ticket } from '../../src/desk/ticket.ts'
import { openedAt, sampleTicket } from './sample-ticket.ts'

describe('openTicket', () => {
  it('gives a ticket that its schema accepts', () => {
    expect(Ticket.parse(sampleTicket())).toEqual(sampleTicket())
  })

  it('opens at version 1, claimed by nobody, with nothing said', () => {
    expect(sampleTicket()).toMatchObject({ state: 'open', version: 1, openedAt, reopened: 0, messages: [] })
    expect('claimedBy' in sampleTicket()).toBe(false)
  })

  it('says whether the mailbox is the requester’s own', () => {
    expect(sampleTicket().match).toBe('same')
  })
})
