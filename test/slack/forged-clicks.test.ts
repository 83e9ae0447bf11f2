import { rules } from '../../src/desk/rules.ts'
import type { Ticket } from '../../src/desk/ticket.ts'
import { TicketActionType } from '../../src/desk/ticket-action-type.ts'
import { sampleTicket } from '../desk/sample-ticket.ts'
import { type ConnectedPostern, connectedPostern } from './connected-postern.ts'
import { sendEvent } from './slack-request.ts'
import { postmastersForms, TicketClicks } from './ticket-clicks.ts'
import { type Fault, postmasterChannel, user } from './web-api-server.ts'

/** U8 and U9 are postmasters; U1 asks. */
const requester = 'U1'
const postmaster = 'U8'
const claimedBy = (who: string) => sampleTicket({ state: 'claimed', claimedBy: who, claimedAt: 1 })
const states = { open: sampleTicket(), claimed: claimedBy(postmaster) }

/** By name, so that a rule that loosens does not take its test along. */
const ofRequester: readonly TicketActionType[] = ['add', 'cancel', 'confirm', 'reopen']
const ofPostmasters = TicketActionType.options.filter(
  (action) => !ofRequester.includes(action) && action !== 'freeze',
)

const outages: readonly (readonly [string, Fault])[] = [
  ['429', { kind: 'status', status: 429, retryAfter: 30 }],
  ['500', { kind: 'status', status: 500 }],
  ['a reset', { kind: 'dropped_before' }],
  ['nothing in time', { kind: 'silent' }],
]

const strangers = [
  ['a guest', { is_restricted: true }],
  ['a guest of one channel', { is_ultra_restricted: true }],
  ['somebody from a shared channel', { is_stranger: true }],
  ['a bot', { is_bot: true }],
  ['somebody of another workspace', { team_id: 'T0OTHER' }],
  ['a deactivated account', { deleted: true }],
] as const

/** What brings a ticket to its end, and the ticket on which whoever tries it could do it. */
const decisive = [
  ['claim', () => sampleTicket()],
  ['approve', (who: string) => ({ ...claimedBy(who), privileged: true })],
  ['resolve', claimedBy],
] as const

describe('payloads of somebody’s own making', () => {
  let postern: ConnectedPostern
  let clicks: TicketClicks

  beforeEach(async () => {
    postern = await connectedPostern()
    clicks = new TicketClicks(postern)
  })
  afterEach(() => postern.stop())

  async function expectRefused(before: Ticket, line: string): Promise<void> {
    expect(await clicks.ticket()).toMatchObject({ state: before.state, version: 1 })
    expect(await clicks.audit()).toEqual([line])
  }

  it('are tried for every action there is', () => {
    expect([...ofPostmasters, ...ofRequester, 'freeze'].toSorted()).toEqual(
      [...TicketActionType.options].toSorted(),
    )
    expect(ofPostmasters.every((action) => ['postmaster', 'claimer'].includes(rules[action].by))).toBe(true)
  })

  it.each(ofPostmasters)('let no requester %s', async (action) => {
    await clicks.keep(states.open)
    await clicks.press(requester, action)
    await expectRefused(states.open, `U1 ${action} refused not_postmaster`)
  })

  it.each(postmastersForms)('let no requester %s by a form that was never opened', async (form) => {
    await clicks.keep({ ...states.claimed, privileged: true })
    await clicks.submit(requester, form)
    await expectRefused(states.claimed, `U1 ${form} refused not_postmaster`)
  })

  it.each(ofRequester)('let no postmaster %s', async (action) => {
    await clicks.keep(states.open)
    await clicks.press(postmaster, action)
    await expectRefused(states.open, `U8 ${action} refused not_requester`)
  })

  it.each([requester, postmaster])(
    'let neither requester nor postmaster stop what is not theirs: %s',
    async (who) => {
      await clicks.keep(states.open)
      await clicks.press(who, 'freeze')
      await expectRefused(states.open, `${who} freeze refused not_owner`)
    },
  )

  it('let no owner lift the stop', async () => {
    const frozen = { ...states.claimed, owner: 'U5', frozen: { by: 'U5', at: 1 } }
    await clicks.keep(frozen)
    await clicks.submit('U5', 'unfreeze')
    await expectRefused(frozen, 'U5 unfreeze refused not_postmaster')
    expect((await clicks.ticket()).frozen).toEqual({ by: 'U5', at: 1 })
  })

  it.each(ofPostmasters)('let no postmaster who owns the mailbox %s', async (action) => {
    await clicks.keep(states.open)
    postern.slack.users.set('U9', user('U9', { profile: { email: 'Lin.Wei@example.com' } }))
    await clicks.press('U9', action, { inMenu: true })
    await expectRefused(states.open, `U9 ${action} refused own_mailbox`)
  })

  it.each(strangers)('let %s do nothing, postmaster or not, by click or form', async (_, more) => {
    await clicks.keep({ ...states.claimed, privileged: true })
    postern.slack.users.set(postmaster, user(postmaster, more))
    for (const action of ['claim', 'approve', 'resolve'] as const) await clicks.press(postmaster, action)
    for (const form of postmastersForms) await clicks.submit(postmaster, form)
    expect(await clicks.ticket()).toMatchObject({ state: 'claimed', version: 1, approvals: [] })
    expect(await clicks.audit()).toEqual(
      ['claim', 'approve', 'resolve', ...postmastersForms].map((action) => `U8 ${action} refused not_member`),
    )
  })

  it.each(outages)('are refused, on record, while the directory answers with %s', async (_, fault) => {
    await clicks.keep({ ...states.claimed, privileged: true })
    postern.slack.fail('users.info', fault, fault, fault)
    await clicks.press(postmaster, 'claim')
    await clicks.submit(postmaster, 'approve')
    await clicks.submit(postmaster, 'resolve')
    expect(await clicks.ticket()).toMatchObject({ state: 'claimed', version: 1, approvals: [] })
    expect(await clicks.audit()).toEqual(
      ['claim', 'approve', 'resolve'].map((action) => `U8 ${action} refused not_checked`),
    )
    const codes = postern.log.entries('delivery failed').map(({ code }) => code)
    expect(new Set(codes)).toEqual(new Set(['directory_unavailable']))
  })

  it('resolve nothing without an identity check', async () => {
    await clicks.keep(states.claimed)
    const response = await clicks.submit(postmaster, 'resolve', 1, 'identityCheck')
    expect(await response.json()).toMatchObject({ response_action: 'errors' })
    expect(await clicks.ticket()).toMatchObject({ state: 'claimed', version: 1 })
    expect(await clicks.audit()).toEqual([])
    expect(postern.log.entries('delivery failed').map(({ code }) => code)).toEqual(['payload_malformed'])
  })

  it('hand nothing to somebody whom the directory cannot tell of', async () => {
    await clicks.keep(states.claimed)
    await clicks.press(postmaster, 'note')
    postern.slack.fail('users.info', { kind: 'status', status: 500 })
    const response = await clicks.submit(postmaster, 'hand')
    expect(await response.json()).toMatchObject({ response_action: 'errors' })
    await expectRefused(states.claimed, 'U8 hand refused not_checked')
  })
})

describe('a right that comes from a group', () => {
  let postern: ConnectedPostern
  let clicks: TicketClicks

  beforeEach(async () => {
    postern = await connectedPostern({ usergroup: 'S0GROUP' })
    clicks = new TicketClicks(postern)
    postern.slack.groupMembers = ['U7']
  })
  afterEach(() => postern.stop())

  describe.each(decisive)('to %s', (action, ticketFor) => {
    it.each(outages)(
      'is refused, on record, while the group’s members cannot be had: %s',
      async (_, fault) => {
        const ticket = ticketFor('U7')
        await clicks.keep(ticket)
        postern.slack.fail('usergroups.users.list', fault)
        await clicks.tryNow('U7', action)
        expect(await clicks.ticket()).toMatchObject({ state: ticket.state, version: 1, approvals: [] })
        expect(await clicks.audit()).toEqual([`U7 ${action} refused not_checked`])
        await clicks.tryNow('U7', action)
        expect((await clicks.ticket()).version).toBe(2)
      },
    )

    it.each([
      [
        'the group',
        { type: 'subteam_members_changed', subteam_id: 'S0GROUP' },
        (slack: ConnectedPostern['slack']) => {
          slack.groupMembers = []
        },
        'not_postmaster',
      ],
      [
        'the person',
        { type: 'user_change', user: { id: 'U7' } },
        (slack: ConnectedPostern['slack']) => {
          slack.users.set('U7', user('U7', { deleted: true }))
        },
        'not_member',
      ],
    ] as const)(
      'is gone while its form is open, as soon as Slack says that %s has changed',
      async (_, event, withdraw, reason) => {
        const ticket = ticketFor('U7')
        await clicks.keep(ticket)
        await clicks.submit('U7', 'note')
        expect(await clicks.audit()).toEqual([`U7 note done ${ticket.state}`])
        const kept = await clicks.ticket()
        withdraw(postern.slack)
        await sendEvent(postern.url, event)
        await clicks.tryNow('U7', action)
        expect(await clicks.ticket()).toEqual(kept)
        expect((await clicks.audit()).at(-1)).toBe(`U7 ${action} refused ${reason}`)
      },
    )
  })
})

describe('a right that comes from the channel', () => {
  it('is gone as soon as Slack says that they left it', async () => {
    const postern = await connectedPostern({ channelMembers: true })
    const clicks = new TicketClicks(postern)
    postern.slack.channelMembers = ['U7']
    await clicks.keep(states.open)
    await clicks.submit('U7', 'note')
    postern.slack.channelMembers = []
    await sendEvent(postern.url, { type: 'member_left_channel', user: 'U7', channel: postmasterChannel })
    await clicks.submit('U7', 'note')
    expect(await clicks.audit()).toEqual(['U7 note done open', 'U7 note refused not_postmaster'])
    await postern.stop()
  })
})
