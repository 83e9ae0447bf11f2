import type { Ticket } from '../../src/desk/ticket.ts'
import { TicketActionType } from '../../src/desk/ticket-action-type.ts'
import { sampleTicket } from '../desk/sample-ticket.ts'
import { type ConnectedPostern, connectedPostern } from './connected-postern.ts'
import { sendEvent, sendInteraction } from './slack-request.ts'
import { type Fault, postmasterChannel, user } from './web-api-server.ts'

/** U8 and U9 are postmasters; U1 asks. */
const requester = 'U1'
const postmaster = 'U8'
const states = {
  open: sampleTicket(),
  claimed: sampleTicket({ state: 'claimed', claimedBy: postmaster, claimedAt: 1 }),
}
const ofPostmasters = TicketActionType.options.filter(
  (action) => !['add', 'cancel', 'confirm', 'reopen'].includes(action),
)

const fields: Partial<Record<TicketActionType, Record<string, unknown>>> = {
  release: {},
  hand: { to: { type: 'users_select', selected_user: 'U9' } },
  ask: { text: { value: 'Which phone?' } },
  reply: { text: { value: 'Please wait.' } },
  note: { text: { value: 'Called.' } },
  resolve: {
    outcome: { selected_option: { value: 'unlocked' } },
    identityCheck: { selected_option: { value: 'callback' } },
  },
  decline: { reason: { selected_option: { value: 'other' } }, text: { value: null } },
}
const forms = Object.keys(fields).map((action) => TicketActionType.parse(action))

describe('payloads of somebody’s own making', () => {
  let postern: ConnectedPostern

  beforeEach(async () => {
    postern = await connectedPostern()
  })
  afterEach(() => postern.stop())

  let deliveries = 0
  const inStore: ConnectedPostern['store']['deliver'] = (_key, now, use) => {
    deliveries += 1
    return postern.store.deliver(`test-${deliveries}`, now, use)
  }

  async function stored(ticket: Ticket): Promise<void> {
    const at = { ...ticket, team: 'T0HOME', requester: { ...ticket.requester, user: requester } }
    await inStore('', 1, (tx) => tx.tickets.insert(at))
  }

  async function now() {
    const read = await inStore('', 1, async (tx) => ({
      ticket: await tx.tickets.find(1001),
      audit: (await tx.audit.of(1001)).map(
        (row) => `${row.user} ${row.action} ${row.decision} ${row.reason || row.to}`,
      ),
    }))
    if (read.kind === 'seen') throw new Error('seen')
    return read.value
  }

  const press = (who: string, action: TicketActionType, inMenu = false) => {
    const value = { ticket: 1001, version: 1 }
    const chosen = { selected_option: { value: JSON.stringify({ action, ...value }) } }
    return sendInteraction(postern.url, {
      type: 'block_actions',
      user: { id: who },
      trigger_id: 'trigger-1',
      response_url: `${postern.slack.address}/respond`,
      channel: { id: postmasterChannel },
      actions: [
        inMenu
          ? { type: 'overflow', action_id: 'ticket:more', ...chosen }
          : { type: 'button', action_id: `ticket:${action}`, value: JSON.stringify(value) },
      ],
    })
  }

  const submit = (who: string, kind: TicketActionType) => {
    const inputs = Object.entries(fields[kind] ?? {})
    return sendInteraction(postern.url, {
      type: 'view_submission',
      user: { id: who },
      view: {
        private_metadata: JSON.stringify({ kind, ticket: 1001, version: 1 }),
        blocks: inputs.map(([name]) => ({ type: 'input', block_id: name })),
        state: { values: Object.fromEntries(inputs.map(([name, value]) => [name, { value }])) },
      },
    })
  }

  async function expectRefused(before: Ticket, line: string): Promise<void> {
    const { ticket, audit } = await now()
    expect(ticket).toMatchObject({ state: before.state, version: 1 })
    expect(audit).toEqual([line])
  }

  it.each(ofPostmasters)('let no requester %s', async (action) => {
    await stored(states.open)
    await press(requester, action)
    await expectRefused(states.open, `U1 ${action} refused not_postmaster`)
  })

  it.each(['add', 'cancel', 'confirm', 'reopen'] as const)('let no postmaster %s', async (action) => {
    await stored(states.open)
    await press(postmaster, action)
    await expectRefused(states.open, `U8 ${action} refused not_requester`)
  })

  it.each(ofPostmasters)('let no postmaster who owns the mailbox %s', async (action) => {
    await stored(states.open)
    postern.slack.users.set('U9', user('U9', { profile: { email: 'Lin.Wei@example.com' } }))
    await press('U9', action, true)
    await expectRefused(states.open, `U9 ${action} refused own_mailbox`)
  })

  it.each([
    ['a guest', { is_restricted: true }],
    ['a bot', { is_bot: true }],
    ['somebody of another workspace', { team_id: 'T0OTHER' }],
    ['a deactivated account', { deleted: true }],
  ])('let %s do nothing, postmaster or not, by click or form', async (_, more) => {
    await stored(states.claimed)
    postern.slack.users.set(postmaster, user(postmaster, more))
    await press(postmaster, 'release')
    for (const form of forms) await submit(postmaster, form)
    const { ticket, audit } = await now()
    expect(ticket).toMatchObject({ state: 'claimed', version: 1 })
    expect(audit).toEqual(['release', ...forms].map((action) => `U8 ${action} refused not_member`))
  })

  const outages: readonly [string, Fault][] = [
    ['429', { kind: 'status', status: 429, retryAfter: 30 }],
    ['500', { kind: 'status', status: 500 }],
    ['a reset', { kind: 'dropped_before' }],
    ['nothing', { kind: 'silent' }],
  ]

  it.each(outages)('are refused, on record, while the directory answers with %s', async (_, fault) => {
    await stored(states.claimed)
    postern.slack.fail('users.info', fault, fault)
    await press(postmaster, 'claim')
    await submit(postmaster, 'resolve')
    const { ticket, audit } = await now()
    expect(ticket).toMatchObject({ state: 'claimed', version: 1 })
    expect(audit).toEqual(['U8 claim refused not_checked', 'U8 resolve refused not_checked'])
    const codes = postern.log.entries('delivery failed').map(({ code }) => code)
    expect(codes).toEqual(['directory_unavailable', 'directory_unavailable'])
  })

  it('resolve nothing without an identity check', async () => {
    await stored(states.claimed)
    const state = { values: { outcome: { value: fields.resolve?.outcome } } }
    const response = await sendInteraction(postern.url, {
      type: 'view_submission',
      user: { id: postmaster },
      view: {
        private_metadata: JSON.stringify({ kind: 'resolve', ticket: 1001, version: 1 }),
        blocks: [{ type: 'input', block_id: 'outcome' }],
        state,
      },
    })
    expect(await response.json()).toMatchObject({ response_action: 'errors' })
    expect(await now()).toMatchObject({ ticket: { state: 'claimed', version: 1 }, audit: [] })
    expect(postern.log.entries('delivery failed').map(({ code }) => code)).toEqual(['payload_malformed'])
  })

  it('hand nothing to somebody whom the directory cannot tell of', async () => {
    await stored(states.claimed)
    await press(postmaster, 'note')
    postern.slack.fail('users.info', { kind: 'status', status: 500 })
    const response = await submit(postmaster, 'hand')
    expect(await response.json()).toMatchObject({ response_action: 'errors' })
    await expectRefused(states.claimed, 'U8 hand refused not_checked')
  })
})

describe('a right that was withdrawn', () => {
  let postern: ConnectedPostern

  beforeEach(async () => {
    postern = await connectedPostern({ usergroup: 'S0GROUP' })
    postern.slack.groupMembers = ['U7']
    const ticket = sampleTicket({ team: 'T0HOME' })
    await postern.store.deliver('ticket', 1, (tx) => tx.tickets.insert(ticket))
  })
  afterEach(() => postern.stop())

  const note = (text: string) =>
    sendInteraction(postern.url, {
      type: 'view_submission',
      user: { id: 'U7' },
      view: {
        private_metadata: JSON.stringify({ kind: 'note', ticket: 1001, version: 1 }),
        blocks: [{ type: 'input', block_id: 'text' }],
        state: { values: { text: { value: { value: text } } } },
      },
    })

  const audit = async (key: string) => {
    const read = await postern.store.deliver(key, 1, (tx) => tx.audit.of(1001))
    return read.kind === 'seen'
      ? []
      : read.value.map(({ decision, reason, to }) => `${decision} ${reason || to}`)
  }

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
  ] as const)('is gone as soon as Slack says that %s has changed', async (_, event, withdraw, reason) => {
    await note('first')
    withdraw(postern.slack)
    expect(await audit('read-1')).toEqual(['done open'])
    await sendEvent(postern.url, event)
    await note('second')
    expect(await audit('read-2')).toEqual(['done open', `refused ${reason}`])
  })

  it('is gone as soon as Slack says that they left the channel, where that makes a postmaster', async () => {
    await postern.stop()
    postern = await connectedPostern({ channelMembers: true })
    postern.slack.channelMembers = ['U7']
    await postern.store.deliver('ticket', 1, (tx) => tx.tickets.insert(sampleTicket({ team: 'T0HOME' })))
    await note('first')
    postern.slack.channelMembers = []
    await sendEvent(postern.url, { type: 'member_left_channel', user: 'U7', channel: postmasterChannel })
    await note('second')
    expect(await audit('read')).toEqual(['done open', 'refused not_postmaster'])
  })
})
