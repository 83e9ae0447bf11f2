import type { WebClient } from '@slack/web-api'
import { PageState } from '../../src/workspace/page-api.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { RequestRecorder } from '../support/request-recorder.ts'
import { WorkspacePerson } from '../support/workspace-person.ts'
import { botClient } from './bot-client.ts'

describe('what a person sees', () => {
  let app: RequestRecorder
  let workspace: Workspace
  let web: WebClient
  let anna: WorkspacePerson
  let lin: WorkspacePerson
  let chen: WorkspacePerson
  beforeEach(async () => {
    app = new RequestRecorder()
    workspace = await startWorkspace({ port: 0, requestUrl: await app.start(), postRate: false })
    web = botClient(workspace)
    const person = (user = '') => new WorkspacePerson(workspace.address, user)
    anna = person(workspace.employees[0])
    lin = person(workspace.employees[1])
    chen = person(workspace.postmasters[0])
  })
  afterEach(async () => {
    await workspace.stop()
    await app.stop()
  })

  const everything = async (person: WorkspacePerson): Promise<string> => JSON.stringify(await person.state())

  it('is a whole page state', async () => {
    const state = await anna.state()
    expect(PageState.parse(state)).toEqual(state)
    expect(state).toMatchObject({ me: anna.user, bot: workspace.botUser, connected: true, modals: [] })
    expect(state.commands.map(({ command }) => command)).toEqual(['/mail-recover'])
    expect(state.users.map(({ role }) => role).sort()).toEqual([
      'bot',
      'employee',
      'employee',
      'employee',
      'postmaster',
      'postmaster',
    ])
  })

  it.each<[string, () => WorkspacePerson, string[]]>([
    ['an employee', () => anna, ['general', 'Postern']],
    ['a postmaster', () => chen, ['general', 'postmaster', 'Postern']],
  ])('as %s are their own channels', async (_, person, names) => {
    expect((await person().state()).channels.map(({ name }) => name)).toEqual(names)
  })

  it('in a DM is theirs alone', async () => {
    await anna.say('private words')
    expect(await everything(anna)).toContain('private words')
    for (const other of [lin, chen]) expect(await everything(other)).not.toContain('private words')
  })

  it('in the private channel is for its members', async () => {
    await web.chat.postMessage({ channel: workspace.postmasterChannel, text: 'ticket 1001' })
    expect(await everything(chen)).toContain('ticket 1001')
    for (const other of [anna, lin]) expect(await everything(other)).not.toContain('ticket 1001')
  })

  it('as an ephemeral message is for its reader', async () => {
    const channel = workspace.generalChannel
    await web.chat.postEphemeral({ channel, user: anna.user, text: 'a whisper' })
    expect(await everything(anna)).toContain('a whisper')
    for (const other of [lin, chen]) expect(await everything(other)).not.toContain('a whisper')
  })

  it('on the Home tab and in a form is theirs alone', async () => {
    const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } })
    await web.views.publish({ user_id: anna.user, view: { type: 'home', blocks: [section('my home')] } })
    await anna.command('/mail-recover')
    const trigger_id = new URLSearchParams((await app.next()).body).get('trigger_id') ?? ''
    const title = { type: 'plain_text' as const, text: 'Form' }
    await web.views.open({ trigger_id, view: { type: 'modal', title, blocks: [section('my form')] } })
    expect(await everything(anna)).toMatch(/my home.*my form/)
    for (const other of [lin, chen]) expect(await everything(other)).not.toMatch(/my home|my form/)
    const viewId = (await anna.state()).modals[0]?.viewId ?? ''
    expect(await lin.pressAt({ type: 'view', viewId }, 'b', 'a')).toMatchObject({ error: 'view_not_found' })
  })

  it('elsewhere cannot be written to, pressed or deleted', async () => {
    const dm = await anna.dm()
    await anna.say('mine')
    const { ts } = await anna.waitForText('mine')
    await expect(lin.say('hello', { in: dm })).rejects.toThrow('channel_not_found')
    await expect(lin.say('hello', { in: workspace.postmasterChannel })).rejects.toThrow('channel_not_found')
    await expect(lin.takeBack(dm, ts)).rejects.toThrow('channel_not_found')
    expect(await lin.pressAt({ type: 'message', channel: dm, ts }, 'b', 'a')).toMatchObject({ ok: false })
  })

  it('of others in a public channel cannot be deleted', async () => {
    await anna.say('mine', { in: workspace.generalChannel })
    const { channel, ts } = await lin.waitForText('mine')
    await expect(lin.takeBack(channel, ts)).rejects.toThrow('cant_delete_message')
  })

  it('is the first person’s for a page that has not chosen yet', async () => {
    const response = await fetch(`${workspace.address}/page/state`)
    expect(PageState.parse(await response.json()).me).toBe(anna.user)
  })

  it('names attached files', async () => {
    await anna.say('look', { withFile: true })
    expect(await anna.waitForText('look')).toMatchObject({ files: ['screenshot.png'] })
  })

  it.each(['U0NOBODY01', 'U0POSTERN1', ''])('is nothing to %p', async (user) => {
    const response = await fetch(`${workspace.address}/page/state`, { headers: { 'x-acting-user': user } })
    expect([response.status, await response.json()]).toEqual([403, { ok: false, error: 'unknown_user' }])
    expect((await fetch(`${workspace.address}/page/stream?as=${user}`)).status).toBe(403)
  })
})
