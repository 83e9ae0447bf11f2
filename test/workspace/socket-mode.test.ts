import { once } from 'node:events'
import { SocketModeClient } from '@slack/socket-mode'
import { LogLevel, WebClient } from '@slack/web-api'
import { WebSocket } from 'ws'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { ManualTime } from '../support/manual-time.ts'
import { until } from '../support/until.ts'
import { WorkspacePerson } from '../support/workspace-person.ts'
import { botClient } from './bot-client.ts'

interface Envelope {
  readonly envelope_id: string
  readonly type: string
  readonly retry_attempt?: number
  readonly accepts_response_payload: boolean
  readonly payload: { readonly event: { readonly text: string }; readonly event_id: string }
}

/** A bare connection: keeps what it is sent and acknowledges only when told. */
class Link {
  readonly socket: WebSocket
  readonly received: Envelope[] = []
  readonly hello: Promise<unknown>

  constructor(url: string) {
    this.socket = new WebSocket(url)
    this.hello = new Promise((resolve) => {
      this.socket.on('message', (data) => {
        const message = JSON.parse(String(data))
        if (message.type === 'hello') resolve(message)
        else if (message.envelope_id !== undefined) this.received.push(message)
      })
    })
  }

  acknowledge(envelope: Envelope): void {
    this.socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }))
  }
}

describe('Socket Mode', () => {
  let time: ManualTime
  let workspace: Workspace
  let anna: WorkspacePerson
  beforeEach(async () => {
    time = new ManualTime()
    workspace = await startWorkspace({ port: 0, now: time.now, schedule: time.schedule })
    anna = new WorkspacePerson(workspace.address, workspace.employees[0] ?? '')
  })
  afterEach(async () => {
    await workspace.stop()
  })

  async function address(): Promise<string> {
    const app = new WebClient(workspace.appToken, { slackApiUrl: workspace.apiUrl })
    return (await app.apps.connections.open()).url ?? ''
  }

  async function link(): Promise<Link> {
    const opened = new Link(await address())
    await opened.hello
    return opened
  }

  async function first(of: Link, count = 1): Promise<Envelope> {
    await until(() => of.received.length >= count)
    const envelope = of.received[count - 1]
    if (envelope === undefined) throw new Error('nothing received')
    return envelope
  }

  it("carries a message to Slack's own client and the bot's answer back", async () => {
    const web = botClient(workspace)
    const socket = new SocketModeClient({
      appToken: workspace.appToken,
      clientOptions: { slackApiUrl: workspace.apiUrl },
      logLevel: LogLevel.ERROR,
    })
    await socket.start()
    socket.on('message', async ({ event, ack }) => {
      await ack()
      if (event.bot_id === undefined)
        await web.chat.postMessage({ channel: event.channel, text: `heard: ${event.text}` })
    })
    socket.on('slash_commands', async ({ body, ack }) => {
      await ack({ text: `told: ${body.text}` })
    })
    await anna.say('I forgot <it> & mail me@example.com')
    expect((await anna.waitForText('heard:')).text).toBe(
      'heard: I forgot &lt;it&gt; &amp; mail <mailto:me@example.com|me@example.com>',
    )
    await anna.command('/mail-recover status')
    expect(await anna.waitForText('told: status')).toMatchObject({ ephemeral: true })
    await socket.disconnect()
  })

  it('greets with hello and tells the page that the bot is there', async () => {
    expect((await anna.state()).connected).toBe(false)
    const opened = await link()
    expect(await opened.hello).toMatchObject({ type: 'hello', num_connections: 1 })
    await anna.waitFor((state) => state.connected, 'a connected bot')
    opened.socket.close()
    await anna.waitFor((state) => !state.connected, 'a bot that went away')
  })

  it('pings every connection every 10 s', async () => {
    const links = [await link(), await link()]
    for (let round = 1; round <= 2; round += 1) {
      const pings = links.map(({ socket }) => once(socket, 'ping'))
      time.advance(10_000)
      await Promise.all(pings)
    }
  })

  it('sends each envelope to exactly one of several connections, in turns', async () => {
    const links = [await link(), await link(), await link()]
    for (let count = 0; count < 6; count += 1) await anna.say(`message ${count}`)
    await until(() => links.every(({ received }) => received.length === 2))
    const ids = links.flatMap(({ received }) => received.map(({ payload }) => payload.event_id))
    expect(new Set(ids).size).toBe(6)
  })

  it('lets a ticket be used once', async () => {
    const url = await address()
    await new Link(url).hello
    const [error] = await once(new WebSocket(url), 'error')
    expect(String(error)).toContain('401')
  })

  it('allows ten connections', async () => {
    for (let count = 0; count < 10; count += 1) await link()
    await expect(link()).rejects.toThrow('too_many_websockets')
  })

  it('keeps an event until a connection is there', async () => {
    await anna.say('early')
    expect(workspace.pendingEvents()).toBe(1)
    const opened = await link()
    const envelope = await first(opened)
    expect(envelope).toMatchObject({ type: 'events_api', retry_attempt: 0, accepts_response_payload: false })
    expect(envelope.payload.event.text).toBe('early')
    opened.acknowledge(envelope)
    await until(() => workspace.pendingEvents() === 0)
  })

  it('sends an event again, as the same event, when it is not acknowledged in 3 s', async () => {
    const opened = await link()
    await anna.say('hello')
    const before = await first(opened)
    time.advance(3000)
    const after = await first(opened, 2)
    expect(after.payload.event_id).toBe(before.payload.event_id)
    expect(after.envelope_id).not.toBe(before.envelope_id)
    expect(after.retry_attempt).toBe(1)
  })

  it('sends an event again to the next connection when one is lost with it', async () => {
    const lost = await link()
    await anna.say('hello')
    const before = await first(lost)
    lost.socket.terminate()
    await anna.waitFor((state) => !state.connected, 'a lost connection')
    const next = await link()
    expect((await first(next)).payload.event_id).toBe(before.payload.event_id)
  })

  it('ignores what it cannot read and acknowledgements of nothing', async () => {
    const opened = await link()
    for (const noise of ['not json', '{}', '{"envelope_id":"unknown"}']) opened.socket.send(noise)
    await anna.say('hello')
    opened.acknowledge(await first(opened))
    await until(() => workspace.pendingEvents() === 0)
  })

  it('tells connections to go when it stops', async () => {
    const opened = await link()
    const closed = once(opened.socket, 'close')
    await workspace.stop()
    const [code] = await closed
    expect(code).toBe(1001)
  })

  it('answers a command with dispatch_failed while no bot is there', async () => {
    await expect(anna.command('/mail-recover')).rejects.toThrow('dispatch_failed')
  })
})
