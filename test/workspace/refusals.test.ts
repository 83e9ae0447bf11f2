import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { WorkspacePerson } from '../support/workspace-person.ts'

type Args = Record<string, unknown>
type Answer = { ok: boolean; error?: string; response_metadata?: { messages: string[] } } & Args

let workspace: Workspace
let anna: string
beforeAll(async () => {
  workspace = await startWorkspace({
    port: 0,
    postRate: false,
    extraChannels: [
      { id: 'C0RANDOM01', name: 'random', kind: 'public', members: [] },
      { id: 'C0SECRET01', name: 'secret', kind: 'private', members: [] },
    ],
  })
  anna = workspace.employees[0] ?? ''
})
afterAll(async () => {
  await workspace.stop()
})

async function call(
  method: string,
  args: Args,
  headers: Record<string, string> = { authorization: `Bearer ${workspace.botToken}` },
): Promise<Answer> {
  const response = await fetch(`${workspace.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(args),
  })
  return await response.json()
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
const modal = { type: 'modal', title: { type: 'plain_text', text: 'Title' }, blocks: [section('hello')] }
const to = (channel: string, rest: Args = {}) => ({ channel, text: 'hello', ...rest })

describe('the Web API', () => {
  it.each<[string, string, Record<string, string>]>([
    ['without a token', 'not_authed', {}],
    ['with an unknown token', 'invalid_auth', { authorization: 'Bearer xoxb-nonsense' }],
    [
      'with a token of the wrong kind',
      'not_allowed_token_type',
      { authorization: 'Bearer xapp-local-postern-app' },
    ],
  ])('refuses a call %s', async (_, error, headers) => {
    expect(await call('auth.test', {}, headers)).toEqual({ ok: false, error })
  })

  it('refuses a bot token where an app token is asked for', async () => {
    expect(await call('apps.connections.open', {})).toEqual({ ok: false, error: 'not_allowed_token_type' })
  })

  it.each([
    ['broken JSON', 'application/json', '{"channel"', 'invalid_json'],
    ['JSON that is no object', 'application/json', '[]', 'json_not_object'],
    ['another type of body', 'text/xml', '<x/>', 'invalid_post_type'],
  ])('refuses %s', async (_, type, body, error) => {
    const headers = { authorization: `Bearer ${workspace.botToken}`, 'content-type': type }
    const response = await fetch(`${workspace.apiUrl}auth.test`, { method: 'POST', headers, body })
    expect(await response.json()).toEqual({ ok: false, error })
  })

  it.each<[string, string, (ids: { dm: string; general: string }) => Args]>([
    ['chat.nonsense', 'unknown_method', () => ({})],
    ['chat.postMessage', 'channel_not_found', () => to('C0NOWHERE1')],
    ['chat.postMessage', 'channel_not_found', () => to('C0SECRET01')],
    ['chat.postMessage', 'not_in_channel', () => to('C0RANDOM01')],
    ['chat.postMessage', 'no_text', ({ dm }) => ({ channel: dm })],
    ['chat.postMessage', 'no_text', ({ dm }) => ({ channel: dm, text: '', blocks: [] })],
    ['chat.postMessage', 'msg_too_long', ({ dm }) => ({ channel: dm, text: 'x'.repeat(40_001) })],
    ['chat.postMessage', 'invalid_blocks_format', ({ dm }) => to(dm, { blocks: 'not json' })],
    ['chat.postMessage', 'invalid_blocks', ({ dm }) => to(dm, { blocks: [{ type: 'nonsense' }] })],
    ['chat.postMessage', 'invalid_blocks', ({ dm }) => to(dm, { blocks: [section('x'.repeat(3001))] })],
    [
      'chat.postMessage',
      'invalid_blocks',
      ({ dm }) => to(dm, { blocks: Array(51).fill({ type: 'divider' }) }),
    ],
    ['chat.postMessage', 'invalid_metadata_format', ({ dm }) => to(dm, { metadata: { event_type: 'x' } })],
    ['chat.postMessage', 'thread_not_found', ({ dm }) => to(dm, { thread_ts: '1.000000' })],
    ['chat.update', 'message_not_found', ({ dm }) => to(dm, { ts: '1.000000' })],
    ['chat.update', 'invalid_arguments', ({ dm }) => to(dm)],
    ['chat.delete', 'message_not_found', ({ dm }) => ({ channel: dm, ts: '1.000000' })],
    ['chat.postEphemeral', 'user_not_in_channel', ({ general }) => to(general, { user: 'U0NOBODY01' })],
    ['chat.postEphemeral', 'not_in_channel', () => to('C0RANDOM01', { user: anna })],
    ['users.info', 'user_not_found', () => ({ user: 'U0NOBODY01' })],
    ['users.info', 'invalid_arguments', () => ({})],
    ['users.lookupByEmail', 'users_not_found', () => ({ email: 'nobody@example.com' })],
    ['users.lookupByEmail', 'invalid_arguments', () => ({})],
    ['users.profile.get', 'user_not_found', () => ({ user: 'U0NOBODY01' })],
    ['usergroups.users.list', 'no_such_subteam', () => ({ usergroup: 'S0NOBODY01' })],
    ['conversations.open', 'user_not_found', () => ({ users: 'U0NOBODY01' })],
    ['conversations.info', 'channel_not_found', () => ({ channel: 'C0SECRET01' })],
    ['conversations.info', 'missing_scope', ({ general }) => ({ channel: general })],
    ['conversations.history', 'channel_not_found', () => ({ channel: 'C0NOWHERE1' })],
    ['conversations.history', 'invalid_limit', ({ dm }) => ({ channel: dm, limit: 1000 })],
    ['conversations.replies', 'thread_not_found', ({ dm }) => ({ channel: dm, ts: '1.000000' })],
    ['views.open', 'invalid_trigger_id', () => ({ trigger_id: '1.1.x', view: modal })],
    ['views.open', 'invalid_arguments', () => ({ trigger_id: '1.1.x', view: { type: 'modal' } })],
    ['views.open', 'invalid_arguments', () => ({ trigger_id: '1.1.x', view: { type: 'home', blocks: [] } })],
    ['views.push', 'invalid_trigger_id', () => ({ trigger_id: '1.1.x', view: modal })],
    ['views.update', 'not_found', () => ({ view_id: 'V0NOTHING1', view: modal })],
    [
      'views.publish',
      'invalid_arguments',
      () => ({ user_id: 'U0NOBODY01', view: { type: 'home', blocks: [] } }),
    ],
    ['views.publish', 'invalid_arguments', () => ({ user_id: anna, view: modal })],
    ['views.publish', 'view_too_large', () => ({ user_id: anna, view: { x: 'x'.repeat(250_001) } })],
  ])('answers %s with %s', async (method, error, args) => {
    const dm = await new WorkspacePerson(workspace.address, anna).dm()
    expect(await call(method, args({ dm, general: workspace.generalChannel }))).toMatchObject({
      ok: false,
      error,
    })
  })

  it('refuses to change or delete what a person wrote', async () => {
    const person = new WorkspacePerson(workspace.address, anna)
    await person.say('mine')
    const { channel, ts } = await person.waitForText('mine')
    expect(await call('chat.update', to(channel, { ts }))).toEqual({
      ok: false,
      error: 'cant_update_message',
    })
    expect(await call('chat.delete', { channel, ts })).toEqual({ ok: false, error: 'cant_delete_message' })
  })

  it('says where blocks are wrong', async () => {
    const answer = await call('chat.postMessage', to(workspace.generalChannel, { blocks: [section('')] }))
    expect(answer.response_metadata?.messages).toEqual([
      expect.stringMatching(/^\[ERROR\] .+ \[json-pointer:\/blocks\/0\/text\/text\]$/),
    ])
  })
})
