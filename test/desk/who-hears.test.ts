import { whoHears } from '../../src/desk/who-hears.ts'
import { sampleTicket } from './sample-ticket.ts'

const ticket = sampleTicket()
const [requester, owner, manager, security] = ['U_LIN', 'U_SUN', 'U_BOSS', 'U_MA']

describe('whoHears', () => {
  it('tells the owner alone where that is somebody else', () => {
    expect(whoHears(ticket, { owner, manager, security })).toEqual({ owner: 'told' })
  })

  it.each([
    ['who is the requester', requester, 'requester'],
    ['without an account', undefined, 'no_account'],
  ] as const)('tells the manager in place of an owner %s', (_, found, how) => {
    const second = { as: 'manager', to: manager }
    expect(whoHears(ticket, { owner: found, manager, security })).toEqual({ owner: how, second })
  })

  it('tells the security contact where no manager is known, or the requester is their own', () => {
    const second = { as: 'security', to: security }
    expect(whoHears(ticket, { owner: requester, security })).toMatchObject({ second })
    expect(whoHears(ticket, { owner: requester, manager: requester, security })).toMatchObject({ second })
  })

  it('tells nobody rather than the requester', () => {
    const nobody = { owner: 'requester', second: { as: 'nobody' } }
    expect(whoHears(ticket, { owner: requester, security: requester })).toEqual(nobody)
    expect(whoHears(ticket, { owner: requester })).toEqual(nobody)
  })
})
