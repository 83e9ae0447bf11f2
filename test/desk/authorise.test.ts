import fc from 'fast-check'
import type { Actor, TicketActionType } from '../../src/desk/action.ts'
import { authorise } from '../../src/desk/authorise.ts'
import { sampleTicket } from './sample-ticket.ts'

const postmasters: TicketActionType[] = ['claim', 'release', 'reply', 'resolve']
const requesters: TicketActionType[] = ['add', 'cancel', 'confirm', 'reopen']

const actor = (user: string, isPostmaster: boolean, team = 'T1'): Actor => ({ team, user, isPostmaster })

describe('authorise', () => {
  const ticket = sampleTicket()

  it.each(postmasters)('lets a postmaster %s', (action) => {
    expect(authorise(actor('U_CHEN', true), action, ticket)).toBeUndefined()
  })

  it.each(postmasters)('refuses %s to everybody else', (action) => {
    expect(authorise(actor('U_SUN', false), action, ticket)).toBe('not_postmaster')
    expect(authorise(actor('U_LIN', false), action, ticket)).toBe('not_postmaster')
  })

  it.each(postmasters)('refuses %s to a postmaster whose own ticket it is', (action) => {
    expect(authorise(actor('U_LIN', true), action, ticket)).toBe('own_ticket')
  })

  it.each(requesters)('lets the requester %s', (action) => {
    expect(authorise(actor('U_LIN', false), action, ticket)).toBeUndefined()
    expect(authorise(actor('U_LIN', true), action, ticket)).toBeUndefined()
  })

  it.each(requesters)('refuses %s to a postmaster and to anybody else', (action) => {
    expect(authorise(actor('U_CHEN', true), action, ticket)).toBe('not_requester')
    expect(authorise(actor('U_SUN', false), action, ticket)).toBe('not_requester')
  })

  it('knows nobody from another team, whatever their user id', () => {
    const everyAction = fc.constantFrom(...postmasters, ...requesters)
    const everyUser = fc.constantFrom('U_LIN', 'U_CHEN', 'U_SUN')
    fc.assert(
      fc.property(everyAction, everyUser, fc.boolean(), (action, user, isPostmaster) => {
        expect(authorise(actor(user, isPostmaster, 'T2'), action, ticket)).toBeDefined()
      }),
    )
  })
})
