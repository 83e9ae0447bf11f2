import { PosternError } from '../../src/application/errors.ts'
import type { Store } from '../../src/application/ports.ts'
import { StartupProblem } from '../../src/slack/startup-problem.ts'
import { until } from '../support/until.ts'
import { type ConnectedPostern, connectedPostern } from './connected-postern.ts'
import { sendCommand, sendEvent, sendInteraction } from './slack-request.ts'
import { botUser, goodChannel, postmasterChannel, user, WebApiServer } from './web-api-server.ts'

const canary = 'canary-words-of-a-person'
const said = (more: object = {}) => ({
  type: 'message',
  channel: 'DU1',
  channel_type: 'im',
  user: 'U1',
  text: canary,
  ts: '1795503600.000001',
  ...more,
})

interface Button {
  readonly action_id: string
  readonly value?: string
}

function isButton(value: object): value is Button {
  return 'action_id' in value && 'type' in value && value.type === 'button'
}

/** Every button in some blocks. */
function buttonsIn(value: unknown): Button[] {
  if (Array.isArray(value)) return value.flatMap(buttonsIn)
  if (typeof value !== 'object' || value === null) return []
  return isButton(value) ? [value] : Object.values(value).flatMap(buttonsIn)
}

describe('connectSlack, once it starts', () => {
  it('forgets what Slack delivered more than a day ago', async () => {
    const forgotten: number[] = []
    const wrapStore = (store: Store): Store => ({
      ...store,
      forgetDeliveries: async (before) => void forgotten.push(before),
    })
    const postern = await connectedPostern({ wrapStore })
    await postern.stop()
    const age = Date.now() - (forgotten[0] ?? 0)
    expect([age >= 86_400_000, age < 86_460_000]).toEqual([true, true])
  })
})

describe('connectSlack', () => {
  let postern: ConnectedPostern
  let failures: PosternError[] = []

  beforeEach(async () => {
    failures = []
    postern = await connectedPostern({
      wrapStore: (store) => ({
        ...store,
        deliver: async (key, now, use) => {
          const failure = failures.shift()
          if (failure !== undefined) throw failure
          return await store.deliver(key, now, use)
        },
      }),
    })
  })

  afterEach(async () => {
    await postern.stop()
    expect(postern.log.lines.join()).not.toContain(canary)
  })

  const newestButton = (beginning: string): Button => {
    const found = postern.slack.messages.flatMap(({ blocks }) => buttonsIn(blocks))
    const button = found.findLast(({ action_id }) => action_id.startsWith(beginning))
    if (button === undefined) throw new Error(`no button ${beginning}`)
    return button
  }

  const press = (button: Button, more: object = {}) =>
    sendInteraction(postern.url, {
      type: 'block_actions',
      user: { id: 'U1' },
      trigger_id: 'trigger-1',
      response_url: `${postern.slack.address}/respond`,
      channel: { id: 'DU1' },
      actions: [{ type: 'button', block_id: 'b1', ...button }],
      ...more,
    })

  const submit = (modal: object, fields: Record<string, string>, who = 'U1') =>
    sendInteraction(postern.url, {
      type: 'view_submission',
      user: { id: who },
      view: {
        private_metadata: JSON.stringify(modal),
        blocks: Object.keys(fields).map((name) => ({ type: 'input', block_id: name })),
        state: {
          values: Object.fromEntries(
            Object.entries(fields).map(([name, value]) => [name, { value: { value } }]),
          ),
        },
      },
    })

  async function openTicket(): Promise<void> {
    await sendEvent(postern.url, said())
    await postern.slack.waitForCalls('chat.postMessage')
    await press(newestButton('card:asked_for_postmaster'))
    const [opened] = await postern.slack.waitForCalls('views.open')
    const view = opened?.args.view
    const modal = JSON.parse(
      Object.entries(view ?? {}).find(([name]) => name === 'private_metadata')?.[1] ?? '{}',
    )
    await submit(modal, {
      mailbox: 'lin.wei@example.com',
      screenText: canary,
      note: '',
      lockedSince: 'today',
    })
    await postern.slack.waitForCalls('chat.postMessage', 3)
  }

  const ticketPosts = () => postern.slack.messages.filter(({ channel }) => channel === postmasterChannel)

  it('signs in once, and never asks again who it is', async () => {
    await sendEvent(postern.url, said())
    await postern.slack.waitForCalls('chat.postMessage')
    expect(postern.slack.called('auth.test')).toHaveLength(1)
  })

  it('answers a direct message with a card', async () => {
    expect((await sendEvent(postern.url, said())).status).toBe(200)
    const [call] = await postern.slack.waitForCalls('chat.postMessage')
    expect(call?.args).toMatchObject({ channel: 'DU1' })
    expect(newestButton('card:chose:closed').value).toBeDefined()
  })

  it('handles an event once, however often it comes', async () => {
    for (const retry of ['0', '1', '2', '3']) {
      const response = await sendEvent(postern.url, said(), {}, { headers: { 'x-slack-retry-num': retry } })
      expect(response.status).toBe(200)
    }
    await sendEvent(postern.url, said({ text: 'again' }), { event_id: 'Ev2' })
    await postern.slack.waitForCalls('chat.postMessage', 2)
    await postern.stop()
    expect(postern.slack.called('chat.postMessage')).toHaveLength(2)
  })

  it.each([
    ['an edit', { subtype: 'message_changed' }],
    ['a deletion', { subtype: 'message_deleted' }],
    ['somebody’s joining', { subtype: 'channel_join' }],
    ['a bot', { subtype: 'bot_message', bot_id: 'B1' }],
    ['a bot with a user', { bot_id: 'B1' }],
    ['itself', { user: botUser }],
    ['a message in a channel', { channel_type: 'channel' }],
    ['a message of nobody', { user: undefined }],
  ])('ignores %s', async (_, more) => {
    expect((await sendEvent(postern.url, said(more))).status).toBe(200)
    expect(postern.slack.called('users.info')).toEqual([])
  })

  it('ignores a mention in a DM, which is a message already', async () => {
    await sendEvent(postern.url, { type: 'app_mention', user: 'U1', channel: 'DU1', text: 'x' })
    expect(postern.slack.called('users.info')).toEqual([])
  })

  it('answers a mention in the DM, and says so to that person alone', async () => {
    await sendEvent(postern.url, {
      type: 'app_mention',
      user: 'U1',
      channel: 'C1',
      thread_ts: '1795503600.000009',
      text: `<@${botUser}> ${canary}`,
    })
    const [whisper] = await postern.slack.waitForCalls('chat.postEphemeral')
    const [card] = await postern.slack.waitForCalls('chat.postMessage')
    expect(whisper?.args).toMatchObject({ channel: 'C1', user: 'U1', thread_ts: '1795503600.000009' })
    expect(card?.args).toMatchObject({ channel: 'DU1' })
  })

  it('warns of a secret in a thread outside the thread', async () => {
    await sendEvent(postern.url, {
      type: 'app_mention',
      user: 'U1',
      channel: 'C1',
      thread_ts: '1795503600.000009',
      text: `<@${botUser}> my password is Hunter2xyz`,
    })
    const [warning, seeDm] = await postern.slack.waitForCalls('chat.postEphemeral', 2)
    expect(warning?.args).toMatchObject({ channel: 'C1', user: 'U1' })
    expect(warning?.args).toHaveProperty('text', expect.stringContaining('delete your message'))
    expect(warning?.args).not.toHaveProperty('thread_ts')
    expect(seeDm?.args).toMatchObject({ thread_ts: '1795503600.000009' })
  })

  it('warns a postmaster of a secret in their channel, alone and outside the thread, and says nothing else', async () => {
    const inChannel = { type: 'message', channel_type: 'group', channel: postmasterChannel, user: 'U8' }
    await sendEvent(postern.url, { ...inChannel, text: 'I shall call Lin at 14:30 about ticket 1042' })
    const text = 'reset done, temporary password Tmp-48xk29'
    await sendEvent(postern.url, { ...inChannel, thread_ts: '1795503600.000009', text }, { event_id: 'Ev2' })
    const [warning, ...more] = await postern.slack.waitForCalls('chat.postEphemeral')
    expect(warning?.args).toMatchObject({ channel: postmasterChannel, user: 'U8' })
    expect(warning?.args).toHaveProperty('text', expect.stringContaining('by voice'))
    expect(warning?.args).not.toHaveProperty('thread_ts')
    expect(more).toEqual([])
    expect(postern.slack.called('chat.postMessage')).toEqual([])
  })

  it.each([
    ['in another private channel', { channel: 'G7' }],
    ['of a bot', { bot_id: 'B7' }],
    ['that was edited', { subtype: 'message_changed' }],
    ['of nobody', { user: undefined }],
    ['that names the bot, which is a mention besides', { text: `<@${botUser}> password: Tmp-48xk29` }],
  ])('does not watch a channel message %s', async (_, more) => {
    const text = 'temporary password Tmp-48xk29'
    const event = { type: 'message', channel_type: 'group', channel: postmasterChannel, user: 'U8', text }
    expect((await sendEvent(postern.url, { ...event, ...more })).status).toBe(200)
    expect(postern.slack.called('chat.postEphemeral')).toEqual([])
    expect(postern.slack.called('users.info')).toEqual([])
  })

  it.each([
    ['a guest', { is_restricted: true }, {}],
    ['somebody in a channel shared with others', {}, { is_ext_shared_channel: true }],
  ])('refuses %s', async (_, person, envelope) => {
    postern.slack.users.set('U1', user('U1', person))
    await sendEvent(postern.url, said(), envelope)
    await postern.slack.waitForCalls('chat.postEphemeral')
    expect(postern.slack.called('chat.postMessage')).toEqual([])
  })

  it('refuses a mention in a channel shared with others', async () => {
    const event = { type: 'app_mention', user: 'U1', channel: 'C1', text: `<@${botUser}> ${canary}` }
    await sendEvent(postern.url, event, { is_ext_shared_channel: true })
    const [whisper] = await postern.slack.waitForCalls('chat.postEphemeral')
    expect(whisper?.args.text).toContain('the desk')
    expect(postern.slack.called('chat.postMessage')).toEqual([])
  })

  it('leaves a message unacknowledged while nobody can say who wrote it, and answers when it comes again', async () => {
    postern.slack.fail('users.info', { kind: 'status', status: 500 })
    expect((await sendEvent(postern.url, said())).status).toBe(503)
    expect((await sendEvent(postern.url, said())).status).toBe(200)
    await postern.slack.waitForCalls('chat.postMessage')
    expect(postern.log.entries('delivery failed')).toMatchObject([
      { code: 'directory_unavailable', delivery: 'Ev1', attempts: 1 },
    ])
  })

  it('tells the person when a message failed for the last time', async () => {
    failures.push(new PosternError('storage_unavailable'))
    const retry = { headers: { 'x-slack-retry-num': '3' } }
    expect((await sendEvent(postern.url, said(), {}, retry)).status).toBe(503)
    const [whisper] = await postern.slack.waitForCalls('chat.postEphemeral')
    const [entry] = postern.log.entries('delivery failed')
    expect(whisper?.args.text).toContain(entry?.reference)
  })

  it('acknowledges an event that it cannot read, for it would be the same again', async () => {
    expect((await sendEvent(postern.url, said({ channel: 7 }))).status).toBe(200)
    expect(postern.log.entries('delivery failed')).toMatchObject([{ code: 'payload_malformed' }])
  })

  it('edits the card in place on a click', async () => {
    await sendEvent(postern.url, said())
    await postern.slack.waitForCalls('chat.postMessage')
    expect((await press(newestButton('card:chose:closed'))).status).toBe(200)
    await postern.slack.waitForCalls('chat.update')
    expect(postern.slack.messages).toHaveLength(1)
  })

  it('answers a click that failed with a reference, and logs the same', async () => {
    await sendEvent(postern.url, said())
    await postern.slack.waitForCalls('chat.postMessage')
    failures.push(new PosternError('storage_unavailable'))
    expect((await press(newestButton('card:chose:closed'))).status).toBe(200)
    const [whisper] = await postern.slack.waitForCalls('respond')
    const [entry] = postern.log.entries('delivery failed')
    expect(entry?.reference).toMatch(/^[A-Z0-9]{4}$/)
    expect(whisper?.args).toMatchObject({ response_type: 'ephemeral', replace_original: false })
    expect(whisper?.args.text).toContain(entry?.reference)
  })

  it.each([
    ['card:something', 'no json'],
    ['card:chose:x', '{"from":"an older release"}'],
    ['ticket:shred', '{"ticket":1,"version":1}'],
    ['ticket:claim', undefined],
    ['home:dance', undefined],
    ['of_an_older_release', undefined],
  ])('says that a button is of the past: %s', async (action_id, value) => {
    const response = await press(value === undefined ? { action_id } : { action_id, value })
    expect(response.status).toBe(200)
    const [whisper] = await postern.slack.waitForCalls('respond')
    expect(whisper?.args.text).toMatch(/earlier step/)
  })

  it('lets a link do its work, silently', async () => {
    expect((await press({ action_id: 'link:console' })).status).toBe(200)
    expect(postern.slack.called('users.info')).toEqual([])
  })

  it('answers a command at once, in the answer itself', async () => {
    const response = await sendCommand(postern.url, { command: '/mail-recover', text: 'help', user_id: 'U1' })
    expect(await response.json()).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('/mail-recover'),
    })
  })

  it('answers a command that failed with a reference', async () => {
    failures.push(new PosternError('storage_unavailable'))
    const response = await sendCommand(postern.url, { command: '/mail-recover', text: canary, user_id: 'U1' })
    const [entry] = postern.log.entries('delivery failed')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ text: expect.stringContaining(String(entry?.reference)) })
  })

  it('publishes the Home tab when it is opened, and nothing for the Messages tab', async () => {
    await sendEvent(postern.url, { type: 'app_home_opened', user: 'U1', tab: 'messages' })
    expect(postern.slack.called('users.info')).toEqual([])
    await sendEvent(postern.url, { type: 'app_home_opened', user: 'U1', tab: 'home' }, { event_id: 'Ev2' })
    const [call] = await postern.slack.waitForCalls('views.publish')
    expect(call?.args).toMatchObject({ user_id: 'U1' })
  })

  it('starts from the Home tab', async () => {
    await press({ action_id: 'home:start' }, { channel: undefined, response_url: undefined })
    const [call] = await postern.slack.waitForCalls('chat.postMessage')
    expect(call?.args).toMatchObject({ channel: 'DU1' })
  })

  it('opens the form, and makes a ticket of it once', async () => {
    await openTicket()
    expect(ticketPosts()).toHaveLength(1)
  })

  it('marks a wrong field, and keeps the form open', async () => {
    await sendEvent(postern.url, said())
    await postern.slack.waitForCalls('chat.postMessage')
    const modal = { kind: 'hand_over', session: 'none', version: 1 }
    const response = await submit(modal, { mailbox: '', screenText: '', note: '', lockedSince: 'today' })
    expect(await response.json()).toEqual({
      response_action: 'errors',
      errors: { mailbox: expect.any(String) },
    })
  })

  it('says so with a reference when a form of an older release lacks what is needed', async () => {
    await openTicket()
    const response = await submit({ kind: 'resolve', ticket: 1001, version: 1 }, {}, 'U8')
    expect(await response.text()).toBe('')
    const [whisper] = await postern.slack.waitForCalls('chat.postEphemeral')
    const [entry] = postern.log.entries('delivery failed')
    expect(entry).toMatchObject({ code: 'payload_malformed' })
    expect(whisper?.args.text).toContain(entry?.reference)
  })

  it('shows an error under the first field of a form that failed', async () => {
    failures.push(new PosternError('storage_unavailable'))
    const modal = { kind: 'hand_over', session: 'none', version: 1 }
    const fields = { mailbox: 'a@example.com', screenText: '', note: '', lockedSince: 'today' }
    const response = await submit(modal, fields)
    const [entry] = postern.log.entries('delivery failed')
    expect(await response.json()).toEqual({
      response_action: 'errors',
      errors: { mailbox: expect.stringContaining(String(entry?.reference)) },
    })
  })

  it('lets a postmaster claim, and nobody else', async () => {
    await openTicket()
    const claim = newestButton('ticket:claim')
    await press(claim, { user: { id: 'U2' } })
    const [refusal] = await postern.slack.waitForCalls('respond')
    expect(refusal?.args.text).toEqual(expect.any(String))
    await press(claim, { user: { id: 'U8' } })
    await until(() => JSON.stringify(ticketPosts()).includes('Claimed by'))
    expect(JSON.stringify(ticketPosts())).toContain('U8')
  })

  it('does not take a listed postmaster for one who is no member any more', async () => {
    await openTicket()
    postern.slack.users.set('U8', user('U8', { deleted: true }))
    await press(newestButton('ticket:claim'), { user: { id: 'U8' } })
    await postern.slack.waitForCalls('respond')
    expect(JSON.stringify(ticketPosts())).not.toContain('claimed')
  })

  it('says when a form could not be opened', async () => {
    await sendEvent(postern.url, said())
    await postern.slack.waitForCalls('chat.postMessage')
    postern.slack.fail('views.open', { kind: 'error', error: 'expired_trigger_id' })
    await press(newestButton('card:asked_for_postmaster'))
    const [whisper] = await postern.slack.waitForCalls('respond')
    const [entry] = postern.log.entries('form could not be opened')
    expect(entry).toMatchObject({ code: 'expired_trigger_id' })
    expect(whisper?.args.text).toContain(entry?.reference)
  })

  it('finishes what it took before it stops', async () => {
    await sendEvent(postern.url, said())
    await postern.stop()
    expect(postern.slack.messages).toHaveLength(1)
  })

  it('sends at the next start what an earlier one left', async () => {
    postern.slack.fail('chat.postMessage', { kind: 'error', error: 'request_timeout' })
    await sendEvent(postern.url, said())
    await postern.slack.waitForCalls('chat.postMessage', 2)
    expect(postern.slack.messages).toHaveLength(1)
  })
})

describe('connectSlack, when it cannot start', () => {
  it.each([
    [
      'the token is refused',
      (slack: WebApiServer) => slack.fail('auth.test', { kind: 'error', error: 'invalid_auth' }),
    ],
    [
      'the channel is public',
      (slack: WebApiServer) => {
        slack.channel = { ...goodChannel, is_private: false }
      },
    ],
  ])('says so: %s', async (_, arrange) => {
    const slack = new WebApiServer()
    await slack.start()
    arrange(slack)
    await expect(connectedPostern({ slack })).rejects.toBeInstanceOf(StartupProblem)
    await slack.stop()
  })
})
