import { memoryLog } from '../../support/memory-log.ts'
import { sendEvent, sendSigned, signingSecret } from '../slack-request.ts'
import { type Harness, startBolt } from './start-bolt.ts'

const hello = { type: 'app_home_opened', user: 'U1', tab: 'home' }
const now = (): number => Math.floor(Date.now() / 1000)

describe('createHttpReceiver', () => {
  const { log, lines } = memoryLog()
  let bolt: Harness
  let handled = 0

  beforeEach(async () => {
    handled = 0
    lines.length = 0
    bolt = await startBolt({
      transport: { kind: 'http', signingSecret },
      log,
      fail: async (error) => {
        throw error
      },
      listen: (app) => {
        app.event('app_home_opened', async () => {
          handled += 1
        })
      },
    })
  })

  afterEach(() => bolt.stop())

  it.each([0, -240, 240])('takes a request that is dated %i s from now', async (seconds) => {
    expect((await sendEvent(bolt.url, hello, {}, { at: now() + seconds })).status).toBe(200)
    expect(handled).toBe(1)
  })

  it.each([-310, 310, 86_400 * 3650])('refuses a request that is dated %i s from now', async (seconds) => {
    expect((await sendEvent(bolt.url, hello, {}, { at: now() + seconds })).status).toBe(401)
    expect(handled).toBe(0)
  })

  it.each([
    ['another secret', { secret: 'another signing secret' }],
    ['another signature version', { headers: { 'x-slack-signature': 'v1=00' } }],
    ['no date', { headers: { 'x-slack-request-timestamp': '' } }],
    ['a date that is none', { headers: { 'x-slack-request-timestamp': 'soon' } }],
  ])('refuses a request with %s', async (_, options) => {
    expect((await sendEvent(bolt.url, hello, {}, options)).status).toBe(401)
    expect(handled).toBe(0)
  })

  it('refuses a request without a signature', async () => {
    const response = await fetch(bolt.url, { method: 'POST', body: '{}' })
    expect(response.status).toBe(401)
  })

  it('refuses a body that is too large', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(1024 * 1024) })
    expect((await sendSigned(bolt.url, 'application/json', body)).status).toBe(413)
  })

  it('refuses a body that cannot be read', async () => {
    expect((await sendSigned(bolt.url, 'application/json', 'no json')).status).toBe(400)
  })

  it('answers Slack’s check of the address', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c1' })
    expect(await (await sendSigned(bolt.url, 'application/json', body)).json()).toEqual({ challenge: 'c1' })
  })

  it('writes nothing of a refused request to the log', async () => {
    await sendEvent(bolt.url, { ...hello, text: 'canary-text' }, {}, { secret: 'another signing secret' })
    await sendSigned(bolt.url, 'application/json', 'canary-text')
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join()).not.toContain('canary')
  })
})

describe('createFrontDoor', () => {
  let bolt: Harness

  beforeEach(async () => {
    bolt = await startBolt({
      transport: { kind: 'http', signingSecret },
      log: memoryLog().log,
      fail: async () => undefined,
      listen: () => undefined,
    })
  })

  afterEach(() => bolt.stop())

  it.each([
    ['GET', '/healthz', 200],
    ['GET', '/readyz', 200],
    ['GET', '/healthz?probe=1', 200],
    ['GET', '/slack/events', 404],
    ['POST', '/healthz', 404],
    ['GET', '/', 404],
    ['GET', '//', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    const response = await fetch(bolt.url.replace('/slack/events', path), { method })
    expect(response.status).toBe(status)
  })
})
