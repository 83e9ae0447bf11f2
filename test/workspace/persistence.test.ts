import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WebClient } from '@slack/web-api'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { RequestRecorder } from '../support/request-recorder.ts'
import { until } from '../support/until.ts'
import { messagesOf, WorkspacePerson } from '../support/workspace-person.ts'
import { botClient } from './bot-client.ts'

const anna = 'U0ANNA0001'

async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of child.stdout ?? []) return String(line).trim()
  throw new Error('the process ended before it was ready')
}

describe('a local Slack that is killed', () => {
  let folder: string
  let stateFile: string
  let child: ChildProcess
  let address: string
  let restarted: Workspace | undefined
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'postern-workspace-'))
    stateFile = join(folder, 'state.db')
    child = spawn(process.execPath, [join(__dirname, 'workspace-process.ts'), stateFile], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    address = await addressOf(child)
  })
  afterEach(async () => {
    child.kill('SIGKILL')
    await restarted?.stop()
    await rm(folder, { recursive: true })
  })

  const bot = (): WebClient => botClient({ apiUrl: `${address}/api/`, botToken: 'xoxb-local-postern-bot' })

  async function killAndRestart(requestUrl?: string): Promise<Workspace> {
    child.kill('SIGKILL')
    await once(child, 'exit')
    restarted = await startWorkspace({ port: 0, stateFile, ...(requestUrl !== undefined && { requestUrl }) })
    return restarted
  }

  it('remembers messages, the Home tab and the ledger, and goes on counting', async () => {
    const web = bot()
    const { ts = '', channel = '' } = await web.chat.postMessage({
      channel: anna,
      text: 'a card',
      metadata: { event_type: 'postern_post', event_payload: { post_id: 'p1' } },
    })
    await web.views.publish({ user_id: anna, view: { type: 'home', blocks: [{ type: 'divider' }] } })
    const workspace = await killAndRestart()
    const person = new WorkspacePerson(workspace.address, anna)
    const state = await person.state()
    expect(messagesOf(state)).toMatchObject([{ ts, channel, text: 'a card' }])
    expect(state.home).toMatchObject({ type: 'home' })
    expect(workspace.ledger()).toMatchObject([{ ts, metadata: { event_payload: { post_id: 'p1' } } }])
    await person.say('still here')
    expect((await person.waitForText('still here')).ts > ts).toBe(true)
  })

  it('still holds an open form, which can be sent', async () => {
    const app = new RequestRecorder()
    const requestUrl = await app.start()
    const before = await startWorkspace({ port: 0, stateFile: join(folder, 'form.db'), requestUrl })
    await new WorkspacePerson(before.address, anna).command('/mail-recover')
    const trigger_id = new URLSearchParams((await app.next()).body).get('trigger_id') ?? ''
    const web = botClient(before)
    const title = { type: 'plain_text' as const, text: 'Form' }
    await web.views.open({
      trigger_id,
      view: { type: 'modal', title, submit: title, blocks: [{ type: 'divider' }] },
    })
    await before.stop()
    restarted = await startWorkspace({ port: 0, stateFile: join(folder, 'form.db'), requestUrl })
    expect(await new WorkspacePerson(restarted.address, anna).submit({})).toEqual({ ok: true })
    await app.stop()
  })

  it('delivers afterwards what the bot had not acknowledged', async () => {
    const person = new WorkspacePerson(address, anna)
    for (const text of ['one', 'two', 'three']) await person.say(text)
    const app = new RequestRecorder()
    await killAndRestart(await app.start())
    const texts: string[] = []
    for (let count = 0; count < 3; count += 1) texts.push(JSON.parse((await app.next()).body).event.text)
    expect(texts.sort()).toEqual(['one', 'three', 'two'])
    await app.stop()
  })

  it('has every message whose writer was told it was sent, wherever the kill falls', async () => {
    const web = bot()
    const sent: string[] = []
    const writing = (async () => {
      for (;;)
        sent.push((await web.chat.postMessage({ channel: anna, text: `number ${sent.length}` })).ts ?? '')
    })().catch(() => undefined)
    await until(() => sent.length >= 40)
    const workspace = await killAndRestart()
    await writing
    const kept = new Set(workspace.ledger().map(({ ts }) => ts))
    expect(sent.filter((ts) => !kept.has(ts))).toEqual([])
  })
})
