import { openTicket } from '../../src/desk/open-ticket.ts'
import { Ticket } from '../../src/desk/ticket.ts'
import { openedAt, samplePolicy, sampleTicket } from './sample-ticket.ts'

describe('openTicket', () => {
  it('gives a ticket that its schema accepts', () => {
    expect(Ticket.parse(sampleTicket())).toEqual(sampleTicket())
  })

  it('opens at version 1, claimed by nobody, with nothing said', () => {
    expect(sampleTicket()).toMatchObject({ state: 'open', version: 1, openedAt, reopened: 0, messages: [] })
    expect('claimedBy' in sampleTicket()).toBe(false)
  })

  it.each([
    ['as the pattern has it', 'finance@example.com'],
    ['in another domain of the company', 'finance@example.cn'],
    ['with a tag', 'finance+mail@example.com'],
    ['with a tag, in another domain, in capitals', 'Finance+x+y@EXAMPLE.CN'],
  ])('takes two postmasters for a privileged mailbox, %s', (_, mailbox) => {
    const policy = { ...samplePolicy, privilegedMailboxes: ['finance@example.com'] }
    expect(openTicket({ ...sampleTicket(), mailbox }, policy, openedAt).privileged).toBe(true)
    const others = openTicket({ ...sampleTicket(), mailbox: 'finance.x@example.com' }, policy, openedAt)
    expect(others.privileged).toBe(false)
  })

  it('takes two postmasters where the mailbox is privileged, and says how far Slack’s addresses are trusted', () => {
    const opened = (mailbox: string) =>
      openTicket({ ...sampleTicket(), mailbox, onBehalfOf: false }, samplePolicy, openedAt)
    expect(opened('Admin@example.com')).toMatchObject({ privileged: true, emailTrust: 'sso' })
    expect(opened('lin.wei@example.com')).toMatchObject({ privileged: false })
  })

  it.each([
    ['unverified', false, true],
    ['unverified', true, false],
    ['unverified', undefined, false],
    ['sso', false, false],
  ] as const)('with %s addresses and one confirmed: %s, is a report: %s', (emailTrust, confirmed, report) => {
    const { requester, ...rest } = sampleTicket()
    const who = confirmed === undefined ? requester : { ...requester, emailConfirmed: confirmed }
    const opened = openTicket({ ...rest, requester: who }, { ...samplePolicy, emailTrust }, openedAt)
    expect(opened).toMatchObject({ match: 'same', onBehalfOf: report })
  })

  it('says whether the mailbox is the requester’s own', () => {
    expect(sampleTicket().match).toBe('same')
  })

  it.each([
    ['the same address', 'lin.wei@example.com', false, 'same', false],
    ['another domain of the company', 'lin.wei@example.cn', false, 'alias', false],
    ['the same, as somebody else’s', 'lin.wei@example.com', true, 'same', true],
    ['another address', 'sun.li@example.com', false, 'different', true],
  ] as const)(
    'is a report where the mailbox is not the requester’s own: %s',
    (_, mailbox, says, match, report) => {
      const { number, team, requester, reason, title, screenText, note, lockedSince, path, todo } =
        sampleTicket()
      const about = { number, team, requester, reason, title, screenText, note, lockedSince, path, todo }
      const ticket = openTicket({ ...about, mailbox, onBehalfOf: says }, samplePolicy, openedAt)
      expect(ticket).toMatchObject({ match, onBehalfOf: report })
      const { email: _email, ...unknown } = requester
      const blind = openTicket(
        { ...about, requester: unknown, mailbox, onBehalfOf: says },
        samplePolicy,
        openedAt,
      )
      expect(blind).toMatchObject({ match: 'unknown', onBehalfOf: true })
    },
  )
})
