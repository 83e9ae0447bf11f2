import { PosternError } from '../../../src/application/errors.ts'
import { deliveryIn } from '../../../src/slack/receiver/delivery.ts'
import { StartupProblem } from '../../../src/slack/startup-problem.ts'
import { memoryLog } from '../../support/memory-log.ts'
import { SocketModeServer } from './socket-mode-server.ts'
import { type Harness, startBolt } from './start-bolt.ts'

const event = (id: string) => ({
  type: 'events_api',
  envelope_id: `envelope-${id}`,
  payload: { team_id: 'T0HOME', event_id: id, event: { type: 'app_home_opened', user: 'U1', tab: 'home' } },
})

const command = (id: string) => ({
  type: 'slash_commands',
  envelope_id: `envelope-${id}`,
  payload: { team_id: 'T0HOME', command: '/x', user_id: 'U1' },
})

describe('createSocketConnection', () => {
  const { log, entries } = memoryLog()
  let slack: SocketModeServer
  let bolt: Harness | undefined
  const keys: string[] = []
  let work: () => Promise<void>

  async function start(): Promise<Harness> {
    bolt = await startBolt({
      transport: { kind: 'socket', appToken: 'xapp-test' },
      apiUrl: slack.apiUrl,
      log,
      fail: async (error) => {
        throw error
      },
      listen: (app) => {
        app.event('app_home_opened', async ({ context }) => {
          keys.push(deliveryIn(context).key)
          await work()
        })
        app.command('/x', async ({ context, ack }) => {
          keys.push(deliveryIn(context).key)
          await ack('done')
        })
      },
    })
    return bolt
  }

  beforeEach(async () => {
    keys.length = 0
    work = async () => undefined
    slack = new SocketModeServer()
    await slack.start()
  })

  afterEach(async () => {
    await bolt?.stop()
    bolt = undefined
    await slack.stop()
  })

  it('listens on two connections', async () => {
    const { connected } = await start()
    await slack.until(() => slack.connections.length === 2)
    expect(connected()).toBe(true)
    expect((await fetch(String(bolt?.url.replace('/slack/events', '/readyz')))).status).toBe(200)
    slack.send(0, event('Ev1'))
    slack.send(1, event('Ev2'))
    await slack.until(() => slack.acknowledged.length === 2)
    expect(keys.sort()).toEqual(['Ev1', 'Ev2'])
  })

  it('acknowledges after the work is done, not before', async () => {
    let finish = (): void => undefined
    await start()
    await slack.until(() => slack.connections.length === 2)
    const begun = new Promise<void>((resolve) => {
      work = () => {
        resolve()
        return new Promise<void>((end) => (finish = end))
      }
    })
    slack.send(0, event('Ev1'))
    await begun
    // the same connection answers this one meanwhile
    slack.send(0, command('two'))
    await slack.until(() => slack.acknowledged.length === 1)
    expect(slack.acknowledged).toMatchObject([{ envelope_id: 'envelope-two', payload: { text: 'done' } }])
    finish()
    await slack.until(() => slack.acknowledged.length === 2)
    expect(keys).toEqual(['Ev1', 'envelope-two'])
  })

  it('leaves an event unacknowledged when its work fails', async () => {
    await start()
    await slack.until(() => slack.connections.length === 2)
    work = async () => {
      throw new PosternError('storage_unavailable')
    }
    slack.send(0, event('Ev1'))
    slack.send(0, command('two'))
    await slack.until(() => slack.acknowledged.length === 1)
    await bolt?.receiver.idle()
    expect(slack.acknowledged).toMatchObject([{ envelope_id: 'envelope-two' }])
  })

  it('passes over a message of a kind it does not know', async () => {
    await start()
    await slack.until(() => slack.connections.length === 2)
    slack.send(0, { type: 'something_new' })
    slack.send(0, event('Ev1'))
    await slack.until(() => slack.acknowledged.length === 1)
    expect(keys).toEqual(['Ev1'])
    expect(entries('socket message without an envelope')).toHaveLength(1)
  })

  it('opens a connection again as soon as Slack closes it, and hears on the other meanwhile', async () => {
    const { connected } = await start()
    await slack.until(() => slack.connections.length === 2)
    const [first] = slack.connections
    first?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    await slack.until(() => slack.connections.length === 1)
    expect(connected()).toBe(true)
    slack.send(0, event('Ev1'))
    await slack.until(() => slack.acknowledged.length === 1 && slack.connections.length === 2)
    expect(slack.opened).toBe(3)
  })

  it('keeps trying when it cannot be opened again', async () => {
    await start()
    await slack.until(() => slack.connections.length === 2)
    slack.refusals.push('internal_error')
    slack.connections[0]?.terminate()
    await slack.until(() => slack.opened === 4 && slack.connections.length === 2)
    expect(slack.opened).toBe(4)
  })

  it('is not ready while Slack cannot be reached', async () => {
    const { url, connected } = await start()
    await slack.until(() => slack.connections.length === 2)
    slack.refusals.push('internal_error', 'internal_error')
    for (const connection of [...slack.connections]) connection.terminate()
    await slack.until(() => slack.opened === 4)
    expect(connected()).toBe(false)
    const response = await fetch(url.replace('/slack/events', '/readyz'))
    expect([response.status, await response.json()]).toEqual([
      503,
      { ready: false, reasons: ['not_connected'] },
    ])
    expect((await fetch(url.replace('/slack/events', '/healthz'))).status).toBe(200)
    expect((await fetch(url, { method: 'POST' })).status).toBe(404)
  })

  it('does not start with a token that Slack refuses, and says what to do', async () => {
    slack.refusals.push('invalid_auth', 'invalid_auth')
    const problem = start()
    await expect(problem).rejects.toBeInstanceOf(StartupProblem)
    await expect(problem).rejects.toThrow(/SLACK_APP_TOKEN \(invalid_auth\)/)
  })
})
