import fc from 'fast-check'
import { authorise } from '../../src/desk/authorise.ts'
import { rules } from '../../src/desk/rules.ts'
import { TicketActionType } from '../../src/desk/ticket-action-type.ts'
import { actor, chen, lin, sun } from './actors.ts'
import { sampleTicket } from './sample-ticket.ts'

const requesters = TicketActionType.options.filter((action) => rules[action].by === 'requester')
const postmasters = TicketActionType.options.filter((action) =>
  ['postmaster', 'claimer'].includes(rules[action].by),
)

describe('authorise', () => {
  const ticket = sampleTicket()

  it('knows four actions of the requester, one of the owner, ten of postmasters', () => {
    expect(requesters).toEqual(['add', 'cancel', 'confirm', 'reopen'])
    expect(postmasters).toHaveLength(10)
    expect(TicketActionType.options.filter((action) => rules[action].by === 'owner')).toEqual(['freeze'])
  })

  it.each(postmasters)('lets a postmaster %s', (action) => {
    expect(authorise(chen, action, ticket)).toBeUndefined()
  })

  it.each(postmasters)('refuses %s to everybody else', (action) => {
    expect(authorise(sun, action, ticket)).toBe('not_postmaster')
    expect(authorise(lin, action, ticket)).toBe('not_postmaster')
  })

  it.each(postmasters)('refuses %s to a postmaster whose own ticket it is', (action) => {
    expect(authorise({ ...lin, isPostmaster: true }, action, ticket)).toBe('own_ticket')
  })

  it.each(postmasters)('refuses %s to the mailbox’s owner, where anything tells who that is', (action) => {
    const report = sampleTicket({ mailbox: 'Sun.Li@Example.CN', onBehalfOf: true })
    const owner = actor('U_SUN', {
      isPostmaster: true,
      addresses: ['sun.li@example.com', 'sun.li@example.cn'],
    })
    expect(authorise(owner, action, report)).toBe('own_mailbox')
    const known = { ...report, owner: 'U_OTHER' }
    expect(authorise(actor('U_OTHER', { isPostmaster: true }), action, known)).toBe('own_mailbox')
    expect(authorise(chen, action, known)).toBeUndefined()
  })

  it.each(requesters)('lets the requester %s', (action) => {
    expect(authorise(lin, action, ticket)).toBeUndefined()
    expect(authorise({ ...lin, isPostmaster: true }, action, ticket)).toBeUndefined()
  })

  it.each(requesters)('refuses %s to a postmaster and to anybody else', (action) => {
    expect(authorise(chen, action, ticket)).toBe('not_requester')
    expect(authorise(sun, action, ticket)).toBe('not_requester')
  })

  it('lets whoever reports somebody else’s mailbox add and withdraw, and say nothing of the result', () => {
    const report = sampleTicket({ onBehalfOf: true })
    expect(authorise(lin, 'add', report)).toBeUndefined()
    expect(authorise(lin, 'cancel', report)).toBeUndefined()
    expect(authorise(lin, 'confirm', report)).toBe('report_only')
    expect(authorise(lin, 'reopen', report)).toBe('report_only')
  })

  it('takes no postmaster for their own mailbox spelt with a tag', () => {
    const tagged = sampleTicket({ mailbox: 'Chen.Jie+help@example.com', onBehalfOf: true })
    const owner = actor('U_CHEN', { isPostmaster: true, addresses: ['chen.jie@example.com'] })
    expect(authorise(owner, 'claim', tagged)).toBe('own_mailbox')
  })

  it('knows nobody who is no full member, nor anybody from another team, whatever else is true of them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TicketActionType.options),
        fc.constantFrom('U_LIN', 'U_CHEN', 'U_SUN'),
        fc.boolean(),
        (action, user, isPostmaster) => {
          expect(authorise(actor(user, { isPostmaster, isMember: false }), action, ticket)).toBe('not_member')
          expect(authorise(actor(user, { isPostmaster, team: 'T2' }), action, ticket)).toBeDefined()
        },
      ),
    )
  })
})
