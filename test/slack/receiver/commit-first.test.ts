import type { App } from '@slack/bolt'
import { PosternError } from '../../../src/application/errors.ts'
import { type Delivery, deliveryIn } from '../../../src/slack/receiver/delivery.ts'
import { memoryLog } from '../../support/memory-log.ts'
import { sendCommand, sendEvent, sendInteraction, signingSecret } from '../slack-request.ts'
import { type Harness, startBolt } from './start-bolt.ts'

const hello = { type: 'app_home_opened', user: 'U1', tab: 'home' }
const click = { type: 'block_actions', user: { id: 'U1' }, actions: [{ type: 'button', action_id: 'x:y' }] }

describe('commitFirst', () => {
  const { log } = memoryLog()
  const failed: { error: unknown; delivery: Delivery }[] = []
  let bolt: Harness

  async function start(listen: (app: App) => void, deadlineMs = 2_500): Promise<string> {
    bolt = await startBolt({
      transport: { kind: 'http', signingSecret },
      log,
      deadlineMs,
      listen,
      fail: async (error, delivery) => {
        failed.push({ error, delivery })
        if (delivery.kind === 'event') throw error
        delivery.answer('something went wrong')
      },
    })
    return bolt.url
  }

  beforeEach(() => {
    failed.length = 0
  })

  afterEach(() => bolt.stop())

  it('acknowledges an event after the work is done, not before', async () => {
    let begin = (): void => undefined
    let finish = (): void => undefined
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    const done = new Promise<void>((resolve) => {
      finish = resolve
    })
    const url = await start((app) => {
      app.event('app_home_opened', async () => {
        begin()
        await done
      })
    })
    let answered = false
    const response = sendEvent(url, hello).finally(() => {
      answered = true
    })
    await begun
    // another round trip: an answer that had been sent would have arrived
    await fetch(url.replace('/slack/events', '/healthz'))
    expect(answered).toBe(false)
    finish()
    expect((await response).status).toBe(200)
  })

  it('leaves an event unacknowledged when its work fails', async () => {
    const url = await start((app) => {
      app.event('app_home_opened', async () => {
        throw new PosternError('storage_unavailable')
      })
    })
    expect((await sendEvent(url, hello)).status).toBe(503)
    expect(failed).toMatchObject([{ error: { code: 'storage_unavailable' }, delivery: { key: 'Ev1' } }])
  })

  it('answers 500 to an event that met a fault of our own', async () => {
    const url = await start((app) => {
      app.event('app_home_opened', async () => {
        throw new TypeError('oops')
      })
    })
    expect((await sendEvent(url, hello)).status).toBe(500)
  })

  it('answers a command that failed with what there is to say', async () => {
    const url = await start((app) => {
      app.command('/x', async () => {
        throw new PosternError('storage_unavailable')
      })
    })
    const response = await sendCommand(url, { command: '/x', user_id: 'U1' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('something went wrong')
  })

  it('keeps what a listener answers, and only the first', async () => {
    const url = await start((app) => {
      app.command('/x', async ({ ack }) => {
        await ack('one')
        await ack('two')
      })
    })
    const response = await sendCommand(url, { command: '/x', user_id: 'U1' })
    expect(await response.text()).toBe('one')
  })

  it('acknowledges what no listener wants, at once', async () => {
    const url = await start(() => undefined)
    expect((await sendInteraction(url, click)).status).toBe(200)
    expect((await sendEvent(url, { type: 'channel_created' })).status).toBe(200)
    expect((await sendInteraction(url, { type: 'unheard_of' })).status).toBe(200)
    expect(failed).toEqual([])
  })

  it('leaves an event unacknowledged that takes too long, and a later end changes nothing', async () => {
    let finish = (): void => undefined
    const url = await start((app) => {
      app.event('app_home_opened', () => new Promise<void>((resolve) => (finish = resolve)))
    }, 30)
    expect((await sendEvent(url, hello)).status).toBe(503)
    finish()
    await bolt.receiver.idle()
    expect(failed).toMatchObject([{ error: { code: 'too_slow' } }])
  })

  it('answers a click that takes too long, and drops the later answer', async () => {
    let finish = (): void => undefined
    const url = await start((app) => {
      app.action('x:y', async ({ ack }) => {
        await new Promise<void>((resolve) => (finish = resolve))
        await ack()
      })
    }, 30)
    const response = await sendInteraction(url, click)
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('something went wrong')
    finish()
    await bolt.receiver.idle()
    expect(failed).toHaveLength(1)
  })

  it('hears of work that fails after it was given up', async () => {
    let fail = (_: Error): void => undefined
    const url = await start((app) => {
      app.action('x:y', () => new Promise<void>((_, reject) => (fail = reject)))
    }, 30)
    await sendInteraction(url, click)
    fail(new PosternError('storage_conflict'))
    await bolt.receiver.idle()
    expect(failed.map(({ error }) => error)).toMatchObject([
      { code: 'too_slow' },
      { code: 'storage_conflict' },
    ])
    expect(failed[1]?.delivery.settled).toBe(true)
  })

  it('knows an event by its id, and a click by its signature', async () => {
    const keys: string[] = []
    const url = await start((app) => {
      app.event('app_home_opened', async ({ context }) => void keys.push(deliveryIn(context).key))
      app.action('x:y', async ({ context }) => void keys.push(deliveryIn(context).key))
    })
    const at = Math.floor(Date.now() / 1000)
    await sendEvent(url, hello, { event_id: 'Ev7' }, { at })
    await sendEvent(url, hello, { event_id: 'Ev7' }, { at: at - 60, headers: { 'x-slack-retry-num': '1' } })
    await sendInteraction(url, click, { at })
    await sendInteraction(url, click, { at })
    await sendInteraction(url, click, { at: at - 1 })
    const [first, second, third, fourth, fifth] = keys
    expect([first, second]).toEqual(['Ev7', 'Ev7'])
    expect(third).toMatch(/^[0-9a-f]{64}$/)
    expect(fourth).toBe(third)
    expect(fifth).not.toBe(third)
  })
})
