import type { WebClient } from '@slack/web-api'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { ManualTime } from '../support/manual-time.ts'
import { interactivePayload, RequestRecorder } from '../support/request-recorder.ts'
import { messagesOf, WorkspacePerson } from '../support/workspace-person.ts'
import { botClient } from './bot-client.ts'

const buttons = [
  {
    type: 'actions',
    block_id: 'choices',
    elements: [
      { type: 'button', action_id: 'card:go', value: '7', text: { type: 'plain_text', text: 'Go on' } },
      {
        type: 'static_select',
        action_id: 'card:pick',
        options: ['one', 'two'].map((value) => ({ value, text: { type: 'plain_text', text: value } })),
      },
    ],
  },
]

const form = {
  type: 'modal' as const,
  callback_id: 'hand_over',
  private_metadata: '{"session":"1"}',
  title: { type: 'plain_text' as const, text: 'Your mailbox' },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'mailbox',
      label: { type: 'plain_text' as const, text: 'Address' },
      element: { type: 'plain_text_input' as const, action_id: 'value', max_length: 20 },
    },
    {
      type: 'input' as const,
      block_id: 'since',
      optional: true,
      label: { type: 'plain_text' as const, text: 'Since' },
      element: {
        type: 'static_select' as const,
        action_id: 'value',
        options: ['today', 'earlier'].map((value) => ({
          value,
          text: { type: 'plain_text' as const, text: value },
        })),
      },
    },
  ],
}

let time: ManualTime
let app: RequestRecorder
let workspace: Workspace
let web: WebClient
let anna: WorkspacePerson
let dm: string

beforeEach(async () => {
  time = new ManualTime()
  app = new RequestRecorder()
  const requestUrl = await app.start()
  workspace = await startWorkspace({ port: 0, requestUrl, now: time.now, schedule: time.schedule })
  web = botClient(workspace)
  anna = new WorkspacePerson(workspace.address, workspace.employees[0] ?? '')
  dm = await anna.dm()
})
afterEach(async () => {
  await workspace.stop()
  await app.stop()
})

/** Posts the buttons as the bot and swallows the event of its own message. */
async function card(): Promise<string> {
  const { ts } = await web.chat.postMessage({ channel: dm, text: 'Choose', blocks: buttons })
  await app.next()
  return ts ?? ''
}

async function triggerOf(person: WorkspacePerson): Promise<string> {
  await person.command('/mail-recover')
  return new URLSearchParams((await app.next()).body).get('trigger_id') ?? ''
}

async function openForm(): Promise<void> {
  await web.views.open({ trigger_id: await triggerOf(anna), view: form })
}

async function postTo(url: unknown, payload: unknown): Promise<Response> {
  return await fetch(String(url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  })
}

describe('a button that is pressed', () => {
  it('reaches the bot with all that Slack sends', async () => {
    const ts = await card()
    await anna.press('Go on')
    const payload = interactivePayload(await app.next())
    expect(payload).toMatchObject({
      type: 'block_actions',
      team: { id: workspace.team, domain: expect.any(String) },
      user: { id: anna.user, username: 'anna.weber', team_id: workspace.team },
      api_app_id: expect.any(String),
      container: { type: 'message', message_ts: ts, channel_id: dm, is_ephemeral: false },
      channel: { id: dm, name: 'directmessage' },
      message: { ts, text: 'Choose', bot_id: expect.any(String) },
      state: { values: { choices: { 'card:pick': { type: 'static_select', selected_option: null } } } },
      trigger_id: expect.any(String),
      response_url: expect.stringContaining(workspace.address),
      actions: [
        {
          type: 'button',
          action_id: 'card:go',
          block_id: 'choices',
          value: '7',
          text: { type: 'plain_text', text: 'Go on' },
          action_ts: expect.any(String),
        },
      ],
    })
  })

  it('reports a chosen option in the action and in the state', async () => {
    await card()
    await anna.press('card:pick', { values: ['two'] })
    const payload = interactivePayload(await app.next())
    const selected_option = { value: 'two', text: { type: 'plain_text', text: 'two' } }
    expect(payload).toMatchObject({
      actions: [{ selected_option }],
      state: { values: { choices: { 'card:pick': { selected_option } } } },
    })
  })

  it('tells the person when the bot does not answer within 3 s', async () => {
    await card()
    app.answer = () => 'silent'
    const pressed = anna.tryPress('Go on')
    await app.next()
    time.advance(3000)
    expect(await pressed).toEqual({ ok: false, error: 'operation_timeout' })
  })

  it('tells the person when the bot answers with an error', async () => {
    await card()
    app.answer = () => ({ status: 500 })
    expect(await anna.tryPress('Go on')).toEqual({ ok: false, error: 'dispatch_failed' })
  })

  it('tells the person when the bot cannot be reached', async () => {
    await card()
    workspace.setRequestUrl('http://127.0.0.1:9/slack/events')
    expect(await anna.tryPress('Go on')).toEqual({ ok: false, error: 'dispatch_failed' })
  })

  it('on the Home tab comes with the view and without a channel', async () => {
    await web.views.publish({ user_id: anna.user, view: { type: 'home', blocks: buttons } })
    await anna.press('Go on')
    const payload = interactivePayload(await app.next())
    expect(payload).toMatchObject({ container: { type: 'view' }, view: { type: 'home' } })
    expect(payload.channel).toBeUndefined()
    expect(payload.response_url).toBeUndefined()
  })

  it.each([
    [
      'a message that is not there',
      () => ({ type: 'message' as const, channel: dm, ts: '1.000000' }),
      'message_not_found',
    ],
    ['a form that is not theirs', () => ({ type: 'view' as const, viewId: 'V0' }), 'view_not_found'],
    ['a Home tab that is empty', () => ({ type: 'home' as const }), 'view_not_found'],
  ])('is refused on %s', async (_, container, error) => {
    expect(await anna.pressAt(container(), 'choices', 'card:go')).toEqual({ ok: false, error })
  })

  it('is refused where there is no such control or option', async () => {
    const container = { type: 'message' as const, channel: dm, ts: await card() }
    expect(await anna.pressAt(container, 'choices', 'other')).toEqual({
      ok: false,
      error: 'control_not_found',
    })
    expect(await anna.pressAt(container, 'choices', 'card:pick', ['three'])).toEqual({
      ok: false,
      error: 'option_not_found',
    })
  })
})

describe('a response_url', () => {
  async function pressed(): Promise<unknown> {
    await card()
    await anna.press('Go on')
    return interactivePayload(await app.next()).response_url
  }

  it('answers for the clicker alone unless told otherwise', async () => {
    const url = await pressed()
    expect((await postTo(url, { text: 'only you' })).status).toBe(200)
    expect((await anna.waitForText('only you')).ephemeral).toBe(true)
    await postTo(url, { text: 'everybody', response_type: 'in_channel' })
    expect((await anna.waitForText('everybody')).ephemeral).toBe(false)
  })

  it('replaces and deletes the message that was clicked', async () => {
    const url = await pressed()
    await postTo(url, { text: 'done', replace_original: true })
    expect(await anna.waitForText('done')).toMatchObject({ edited: true })
    await postTo(url, { delete_original: true })
    await anna.waitFor((state) => messagesOf(state).length === 0, 'an empty channel')
  })

  it('works five times', async () => {
    const url = await pressed()
    const codes: number[] = []
    for (let use = 1; use <= 6; use += 1) codes.push((await postTo(url, { text: `use ${use}` })).status)
    expect(codes).toEqual([200, 200, 200, 200, 200, 404])
  })

  it('works for 30 minutes', async () => {
    const url = await pressed()
    time.advance(30 * 60_000 + 1)
    const response = await postTo(url, { text: 'late' })
    expect([response.status, await response.json()]).toEqual([404, { ok: false, error: 'expired_url' }])
  })

  it.each([
    ['nothing to say', {}, 'no_text'],
    ['blocks that Slack refuses', { text: 'x', blocks: [{ type: 'nonsense' }] }, 'invalid_blocks'],
  ])('refuses %s', async (_, payload, error) => {
    const response = await postTo(await pressed(), payload)
    expect([response.status, await response.json()]).toMatchObject([400, { ok: false, error }])
  })
})

describe('a slash command', () => {
  it('reaches the bot as Slack sends it', async () => {
    await anna.command('/mail-recover I forgot <it>', { in: workspace.generalChannel })
    expect(Object.fromEntries(new URLSearchParams((await app.next()).body))).toMatchObject({
      command: '/mail-recover',
      text: 'I forgot &lt;it&gt;',
      user_id: anna.user,
      user_name: 'anna.weber',
      team_id: workspace.team,
      channel_id: workspace.generalChannel,
      channel_name: 'general',
      trigger_id: expect.any(String),
      response_url: expect.stringContaining(workspace.address),
    })
  })

  it.each([
    ['plain text', 'see your messages'],
    ['JSON', JSON.stringify({ text: 'see your messages' })],
  ])('shows an answer in %s to the person alone', async (_, body) => {
    app.answer = () => ({ status: 200, body })
    await anna.command('/mail-recover status')
    expect((await anna.waitForText('see your messages')).ephemeral).toBe(true)
  })

  it('is refused when nobody registered it', async () => {
    await expect(anna.command('/nonsense')).rejects.toThrow('unknown_command')
  })
})

describe('a form', () => {
  it('opens for the person of the trigger, and its values come back', async () => {
    await openForm()
    app.answer = () => ({ status: 200 })
    expect(await anna.submit({ mailbox: 'anna@example.com', since: ['today'] })).toEqual({ ok: true })
    expect(interactivePayload(await app.next())).toMatchObject({
      type: 'view_submission',
      user: { id: anna.user },
      view: {
        callback_id: 'hand_over',
        private_metadata: '{"session":"1"}',
        state: {
          values: {
            mailbox: { value: { type: 'plain_text_input', value: 'anna@example.com' } },
            since: { value: { type: 'static_select', selected_option: { value: 'today' } } },
          },
        },
      },
    })
    expect((await anna.state()).modals).toEqual([])
  })

  it.each([
    ['a required field is empty', { mailbox: '' }, { mailbox: expect.stringContaining('required') }],
    [
      'a text is too long',
      { mailbox: 'x'.repeat(21) },
      { mailbox: expect.stringContaining('20 characters') },
    ],
    [
      'an option is not offered',
      { mailbox: 'x', since: ['never'] },
      { since: expect.stringContaining('options') },
    ],
  ])('is not sent when %s', async (_, fields, errors) => {
    await openForm()
    expect(await anna.submit(fields)).toEqual({ ok: false, errors })
    expect((await anna.state()).modals).toHaveLength(1)
  })

  it('stays open with the errors that the bot names', async () => {
    await openForm()
    const errors = { mailbox: 'This is not an address.' }
    app.answer = () => ({ status: 200, body: JSON.stringify({ response_action: 'errors', errors }) })
    expect(await anna.submit({ mailbox: 'nonsense' })).toEqual({ ok: false, errors })
    expect((await anna.state()).modals).toHaveLength(1)
  })

  it('shows another view, or a further one, or goes away, as the bot says', async () => {
    await openForm()
    const view = { ...form, callback_id: 'second' }
    app.answer = () => ({ status: 200, body: JSON.stringify({ response_action: 'push', view }) })
    await anna.submit({ mailbox: 'x' })
    expect((await anna.state()).modals.map((modal) => modal.view.callback_id)).toEqual([
      'hand_over',
      'second',
    ])
    app.answer = () => ({
      status: 200,
      body: JSON.stringify({ response_action: 'update', view: { ...form, callback_id: 'third' } }),
    })
    await anna.submit({ mailbox: 'x' })
    expect((await anna.state()).modals.map((modal) => modal.view.callback_id)).toEqual(['hand_over', 'third'])
    app.answer = () => ({ status: 200, body: JSON.stringify({ response_action: 'clear' }) })
    await anna.submit({ mailbox: 'x' })
    expect((await anna.state()).modals).toEqual([])
  })

  it('stays open and says so when the bot does not answer', async () => {
    await openForm()
    app.answer = () => 'silent'
    const sent = anna.submit({ mailbox: 'x' })
    await app.next()
    time.advance(3000)
    expect(await sent).toEqual({ ok: false, error: 'operation_timeout' })
    expect((await anna.state()).modals).toHaveLength(1)
  })

  it('can be closed', async () => {
    await openForm()
    await anna.closeForm()
    expect((await anna.state()).modals).toEqual([])
  })
})

describe('a trigger', () => {
  it('works once', async () => {
    const trigger_id = await triggerOf(anna)
    await web.views.open({ trigger_id, view: form })
    await expect(web.views.open({ trigger_id, view: form })).rejects.toThrow('exchanged_trigger_id')
  })

  it('lives 3 s', async () => {
    const trigger_id = await triggerOf(anna)
    time.advance(3001)
    await expect(web.views.open({ trigger_id, view: form })).rejects.toThrow('expired_trigger_id')
  })
})
