import { approvalMinutes } from '../../src/desk/approvals.ts'
import { verifyChain } from '../../src/desk/chain-audit.ts'
import type { Ticket } from '../../src/desk/ticket.ts'
import { sampleTicket } from '../desk/sample-ticket.ts'
import { type ConnectedPostern, connectedPostern } from '../slack/connected-postern.ts'
import { TicketClicks } from '../slack/ticket-clicks.ts'
import { user } from '../slack/web-api-server.ts'
import { testAudit } from '../support/test-audit.ts'

/** Signed requests through the receiver, the listeners, the use cases and the database; U8 and U9 are postmasters, U1 asks. */
describe('a mailbox that takes two postmasters, over http', () => {
  let postern: ConnectedPostern
  let clicks: TicketClicks
  let ahead: number

  beforeEach(async () => {
    ahead = 0
    postern = await connectedPostern({ clock: { now: () => Date.now() + ahead } })
    clicks = new TicketClicks(postern)
  })

  afterEach(async () => {
    expect(verifyChain(testAudit.auditKey, await clicks.rows())).toBeUndefined()
    await postern.stop()
  })

  const begin = (more: Partial<Ticket> = {}) =>
    clicks.keep(sampleTicket({ privileged: true, state: 'claimed', claimedBy: 'U8', claimedAt: 1, ...more }))

  const approvers = async () => (await clicks.ticket()).approvals.map((each) => each.user)

  async function refuses(
    who: string,
    action: 'approve' | 'resolve' | 'unfreeze',
    reason: string,
  ): Promise<void> {
    const before = await clicks.ticket()
    await clicks.tryNow(who, action)
    expect(await clicks.ticket()).toEqual(before)
    expect((await clicks.audit()).at(-1)).toBe(`${who} ${action} refused ${reason}`)
  }

  it('takes no second approval of the same person', async () => {
    await begin()
    await clicks.tryNow('U8', 'approve')
    await refuses('U8', 'approve', 'already_approved')
    await refuses('U8', 'resolve', 'approvals_missing')
    expect(await approvers()).toEqual(['U8'])
  })

  it('takes neither requester nor owner for the second, not even where they are postmasters', async () => {
    await begin({ requester: { ...sampleTicket().requester, user: 'U1' } })
    await clicks.tryNow('U8', 'approve')
    await refuses('U1', 'approve', 'not_postmaster')
    postern.slack.users.set('U9', user('U9', { profile: { email: 'lin.wei@example.com' } }))
    await refuses('U9', 'approve', 'own_mailbox')
    await refuses('U8', 'resolve', 'approvals_missing')
  })

  it('takes no requester for the second who is a postmaster', async () => {
    const ticket = sampleTicket({ team: 'T0HOME', privileged: true, state: 'claimed', claimedBy: 'U8' })
    const requester = { ...ticket.requester, user: 'U9' }
    await clicks.read((tx) => tx.tickets.insert({ ...ticket, requester }))
    await clicks.tryNow('U8', 'approve')
    await refuses('U9', 'approve', 'own_ticket')
    await refuses('U8', 'resolve', 'approvals_missing')
  })

  it('takes no approval for fresh that is older than half an hour', async () => {
    await begin()
    await clicks.tryNow('U9', 'approve')
    ahead += approvalMinutes * 60_000
    await clicks.tryNow('U8', 'approve')
    expect(await approvers()).toEqual(['U8'])
    await refuses('U8', 'resolve', 'approvals_missing')
    await clicks.tryNow('U9', 'approve')
    ahead += approvalMinutes * 60_000
    await refuses('U8', 'resolve', 'approvals_missing')
  })

  it('takes two that come at once one after the other, each once, and is resolved then', async () => {
    await begin()
    await Promise.all(['U8', 'U9', 'U8', 'U9'].map((who) => clicks.submit(who, 'approve', 1)))
    const [first] = await approvers()
    const second = first === 'U8' ? 'U9' : 'U8'
    expect(await approvers()).toEqual([first])
    await clicks.tryNow(second, 'approve')
    expect((await approvers()).toSorted()).toEqual(['U8', 'U9'])
    await clicks.tryNow('U8', 'resolve')
    expect((await clicks.ticket()).state).toBe('resolved')
    const audit = await clicks.audit()
    expect(audit.filter((line) => line.includes('approve done')).toSorted()).toEqual([
      'U8 approve done callback',
      'U9 approve done callback',
    ])
    expect(audit.filter((line) => line.includes('resolve'))).toEqual(['U8 resolve done callback'])
    expect(audit).toHaveLength(6)
  })

  it('gives in to no form that was never opened', async () => {
    await begin({ owner: 'U5', notices: [{ of: 'opened', at: 1, owner: 'told' }] })
    await refuses('U8', 'resolve', 'approvals_missing')
    await refuses('U1', 'approve', 'not_postmaster')
    await refuses('U5', 'approve', 'not_postmaster')
    await refuses('U5', 'resolve', 'not_postmaster')
    await clicks.tryNow('U9', 'approve')
    await refuses('U8', 'resolve', 'approvals_missing')
  })

  it('has its stop lifted by no owner, and by a postmaster only with a check', async () => {
    await begin({ owner: 'U5', frozen: { by: 'U5', at: 1 } })
    await refuses('U5', 'unfreeze', 'not_postmaster')
    await refuses('U8', 'approve', 'frozen')
    await refuses('U8', 'resolve', 'frozen')
    await clicks.tryNow('U9', 'unfreeze')
    expect(await clicks.ticket()).toMatchObject({ privileged: true, unfrozen: { by: 'U9' } })
    expect((await clicks.audit()).at(-1)).toBe('U9 unfreeze done callback')
  })
})
