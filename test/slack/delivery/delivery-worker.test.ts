import type { Store } from '../../../src/application/ports.ts'
import type { PostView, Surface } from '../../../src/application/post.ts'
import { asWritten } from '../../../src/slack/as-written.ts'
import { createDeliveryWorker, type DeliveryWorker } from '../../../src/slack/delivery/delivery-worker.ts'
import { createDmChannels } from '../../../src/slack/dm-channels.ts'
import { createWebClient } from '../../../src/slack/web-client.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { ManualTime } from '../../support/manual-time.ts'
import { memoryLog } from '../../support/memory-log.ts'
import { smallGuide } from '../../support/small-guide.ts'
import { testAudit } from '../../support/test-audit.ts'
import { type Fault, postmasterChannel, team, WebApiServer } from '../web-api-server.ts'

const timeoutMs = 1_000
const dm = (user: string): Surface => ({ kind: 'dm', team, user })
const channel: Surface = { kind: 'channel', team, channel: postmasterChannel }
const home: Surface = { kind: 'home', team, user: 'U1' }
const notice = (which: 'text_only' | 'no_open_case' = 'text_only'): PostView => ({
  kind: 'notice',
  language: 'en',
  notice: which,
})
const homeView: PostView = { kind: 'home', language: 'en', hasSession: false }

describe('createDeliveryWorker', () => {
  const { log, lines, entries } = memoryLog()
  let slack: WebApiServer
  let store: Store
  let clock: ManualTime
  let worker: DeliveryWorker
  let puts = 0

  function newWorker(apiUrl = slack.apiUrl): DeliveryWorker {
    const client = createWebClient({ botToken: 'xoxb-test', apiUrl, log }, timeoutMs)
    const views = { guide: smallGuide(), supportContact: { en: 'the desk' } }
    return createDeliveryWorker({ store, client, dms: createDmChannels(client), views, clock, log })
  }

  async function put(id: string, surface: Surface, view: PostView = notice()): Promise<void> {
    puts += 1
    await store.deliver(`put-${puts}`, clock.now(), (tx) => tx.posts.put({ id, surface, view }))
  }

  async function drainAfter(ms: number): Promise<void> {
    clock.advance(ms)
    await worker.drain()
  }

  beforeEach(async () => {
    lines.length = 0
    slack = new WebApiServer()
    await slack.start()
    store = await openStore('sqlite::memory:', testAudit)
    clock = new ManualTime()
    worker = newWorker()
  })

  afterEach(async () => {
    await worker.stop()
    await store.close()
    await slack.stop()
  })

  it('posts a message once, with its id as metadata, as it is written', async () => {
    await put('p1', dm('U1'))
    await worker.drain()
    await worker.drain()
    expect(slack.called('chat.postMessage')).toHaveLength(1)
    expect(slack.called('chat.postMessage')[0]?.args).toMatchObject({
      channel: 'DU1',
      ...asWritten,
      metadata: { event_type: 'postern_post', event_payload: { post_id: 'p1' } },
    })
    expect(await store.nextPostAt()).toBeUndefined()
  })

  it('lets Slack add nothing to a message, new or edited', async () => {
    expect(asWritten).toEqual({ parse: 'none', unfurl_links: false, unfurl_media: false })
    await put('p1', dm('U1'))
    await worker.drain()
    await put('p1', dm('U1'), notice('no_open_case'))
    await worker.drain()
    const [edited] = slack.called('chat.update')
    expect(edited?.args).toMatchObject(asWritten)
    for (const { args } of slack.calls) expect(args).not.toHaveProperty('link_names')
  })

  it('opens the DM with a person once', async () => {
    await put('p1', dm('U1'))
    await put('p2', dm('U1'))
    await worker.drain()
    expect(slack.called('conversations.open')).toHaveLength(1)
    expect(slack.messages).toHaveLength(2)
  })

  it('edits a message that was sent before', async () => {
    await put('p1', dm('U1'))
    await worker.drain()
    await put('p1', dm('U1'), notice('no_open_case'))
    await worker.drain()
    expect(slack.messages).toHaveLength(1)
    expect(slack.messages[0]?.edited).toBe(true)
  })

  it('sends several changes at once as the last of them', async () => {
    await put('p1', dm('U1'))
    await put('p1', dm('U1'), notice('no_open_case'))
    await worker.drain()
    expect(slack.called('chat.postMessage')).toHaveLength(1)
    expect(slack.called('chat.update')).toHaveLength(0)
  })

  it('posts anew what Slack has lost', async () => {
    await put('p1', dm('U1'))
    await worker.drain()
    slack.messages.length = 0
    await put('p1', dm('U1'), notice('no_open_case'))
    await worker.drain()
    expect(slack.messages).toHaveLength(1)
    await put('p1', dm('U1'))
    await worker.drain()
    expect(slack.messages[0]?.edited).toBe(true)
  })

  it('publishes the Home tab', async () => {
    await put('home', home, homeView)
    await worker.drain()
    expect(slack.called('views.publish')[0]?.args).toMatchObject({ user_id: 'U1', view: { type: 'home' } })
  })

  it('waits as long as Slack asks when it is limited', async () => {
    slack.fail('chat.postMessage', { kind: 'status', status: 429, retryAfter: 30 })
    await put('p1', dm('U1'))
    await put('p2', dm('U1'))
    await worker.drain()
    await drainAfter(29_000)
    expect(slack.called('chat.postMessage')).toHaveLength(1)
    await drainAfter(1_000)
    expect(slack.messages.map(({ channel: where }) => where)).toEqual(['DU1', 'DU1'])
  })

  it('keeps the time to wait for when the process starts anew', async () => {
    slack.fail('chat.postMessage', { kind: 'status', status: 429, retryAfter: 30 })
    await put('p1', dm('U1'))
    await worker.drain()
    worker = newWorker()
    await drainAfter(29_000)
    expect(slack.messages).toHaveLength(0)
    await drainAfter(1_000)
    expect(slack.messages).toHaveLength(1)
  })

  it('goes on with other people while one waits', async () => {
    slack.fail('chat.postMessage', { kind: 'status', status: 429, retryAfter: 30 })
    await put('p1', dm('U1'))
    await worker.drain()
    await put('p2', dm('U2'))
    await worker.drain()
    expect(slack.messages.map(({ channel: where }) => where)).toEqual(['DU2'])
  })

  it('tries again later when there is no connection, and looks for nothing', async () => {
    const closed = new WebApiServer()
    await closed.start()
    const nowhere = newWorker(closed.apiUrl)
    await closed.stop()
    await put('home', home, homeView)
    await nowhere.drain()
    await nowhere.stop()
    await drainAfter(999)
    expect(slack.calls).toHaveLength(0)
    await drainAfter(1)
    expect(slack.called('views.publish')).toHaveLength(1)
    expect(entries('post not sent')).toMatchObject([{ post: 'home', code: 'econnrefused', attempts: 1 }])
  })

  it('waits longer after every failure, up to five minutes', async () => {
    const faults = Array.from({ length: 12 }, (): Fault => ({ kind: 'error', error: 'request_timeout' }))
    slack.fail('chat.postMessage', ...faults)
    await put('p1', dm('U1'))
    const waits: number[] = []
    for (let failed = 0; failed < faults.length; failed += 1) {
      await worker.drain()
      const next = (await store.nextPostAt()) ?? 0
      waits.push((next - clock.now()) / 1000)
      clock.advance(next - clock.now())
    }
    await worker.drain()
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
    expect(slack.messages).toHaveLength(1)
  })

  const unclear: [string, Fault][] = [
    ['the connection breaks after Slack took the message', { kind: 'dropped_after' }],
    ['Slack does not answer in time', { kind: 'silent' }],
    ['Slack answers 500', { kind: 'status', status: 500 }],
    ['Slack says fatal_error', { kind: 'error', error: 'fatal_error' }],
    ['Slack says internal_error', { kind: 'error', error: 'internal_error' }],
    ['the answer cannot be read', { kind: 'text', text: '<html>oops, secret-canary</html>' }],
  ]

  it.each(unclear)('looks for the message before sending again when %s', async (_, fault) => {
    slack.fail('chat.postMessage', fault)
    await put('p1', dm('U1'))
    await worker.drain()
    const sentAlready = slack.messages.length
    await drainAfter(1_000)
    expect(slack.called('conversations.history')[0]?.args).toMatchObject({
      channel: 'DU1',
      include_all_metadata: true,
    })
    await drainAfter(9_000)
    expect(slack.messages).toHaveLength(1)
    expect(slack.called('chat.postMessage')).toHaveLength(sentAlready === 1 ? 1 : 2)
    expect(await store.nextPostAt()).toBeUndefined()
    expect(lines.join()).not.toContain('secret-canary')
  })

  it('shows the latest state in a message it found again', async () => {
    slack.fail('chat.postMessage', { kind: 'dropped_after' })
    await put('p1', dm('U1'))
    await worker.drain()
    await put('p1', dm('U1'), notice('no_open_case'))
    await drainAfter(1_000)
    expect(slack.messages).toHaveLength(1)
    expect(slack.messages[0]?.edited).toBe(true)
  })

  it('keeps looking while the look itself fails', async () => {
    slack.fail('chat.postMessage', { kind: 'dropped_after' })
    slack.fail(
      'conversations.history',
      { kind: 'status', status: 429, retryAfter: 20 },
      { kind: 'dropped_after' },
    )
    await put('p1', dm('U1'))
    await worker.drain()
    await drainAfter(1_000)
    await drainAfter(20_000)
    await drainAfter(10_000)
    expect(slack.called('conversations.history')).toHaveLength(3)
    expect(slack.messages).toHaveLength(1)
  })

  it('finds a message again whose edit failed after it was found', async () => {
    slack.fail('chat.postMessage', { kind: 'dropped_after' })
    slack.fail('chat.update', { kind: 'status', status: 429, retryAfter: 20 })
    await put('p1', dm('U1'))
    await worker.drain()
    await drainAfter(1_000)
    await drainAfter(20_000)
    expect(slack.messages).toHaveLength(1)
    expect(slack.messages[0]?.edited).toBe(true)
  })

  it('looks for what a process sent that died before it could write so', async () => {
    await put('p1', dm('U1'))
    const [post] = await store.leasePosts(clock.now(), 1_000, 1)
    if (post === undefined) throw new Error('nothing leased')
    await store.markSending(post, clock.now())
    slack.messages.push({
      channel: 'DU1',
      ts: '1795503600.000100',
      text: '',
      blocks: [],
      metadata: { event_type: 'postern_post', event_payload: { post_id: 'p1' } },
      edited: false,
    })
    await drainAfter(1_000)
    expect(slack.messages).toHaveLength(1)
    expect(slack.called('chat.postMessage')).toHaveLength(0)
  })

  const mendable = ['channel_not_found', 'not_in_channel', 'is_archived', 'invalid_auth', 'missing_scope']

  it.each(mendable)('keeps a post through %s until somebody has mended it, and cries out', async (code) => {
    const fault: Fault = { kind: 'error', error: code }
    slack.fail('chat.postMessage', fault, fault)
    await put('p1', channel)
    await worker.drain()
    await drainAfter(300_000)
    expect(entries('post waits until somebody mends this')).toMatchObject([
      { post: 'p1', code, attempts: 1 },
      { post: 'p1', code, attempts: 2 },
    ])
    expect(slack.messages).toHaveLength(0)
    await drainAfter(300_000)
    expect(slack.messages).toHaveLength(1)
  })

  it('keeps a post for a DM that cannot be opened without a scope', async () => {
    slack.fail('conversations.open', { kind: 'error', error: 'missing_scope' })
    await put('p1', dm('U1'))
    await worker.drain()
    await drainAfter(300_000)
    expect(slack.messages).toHaveLength(1)
  })

  const dead = ['invalid_blocks', 'msg_too_long']

  it.each(dead)('gives a post up at %s, and says so once', async (code) => {
    slack.fail('chat.postMessage', { kind: 'error', error: code })
    await put('p1', channel)
    await worker.drain()
    await drainAfter(600_000)
    expect(slack.called('chat.postMessage')).toHaveLength(1)
    expect(entries('post given up')).toMatchObject([{ post: 'p1', code }])
    expect(await store.nextPostAt()).toBeUndefined()
  })

  it('sends a post that was given up once it changes', async () => {
    slack.fail('chat.postMessage', { kind: 'error', error: 'invalid_blocks' })
    await put('p1', channel)
    await worker.drain()
    await put('p1', channel, notice('no_open_case'))
    await drainAfter(60_000)
    await drainAfter(60_000)
    expect(slack.messages).toHaveLength(1)
  })

  it('gives a post up when the person cannot be written to', async () => {
    slack.fail('conversations.open', { kind: 'error', error: 'user_disabled' })
    await put('p1', dm('U1'))
    await worker.drain()
    expect(entries('post given up')).toMatchObject([{ post: 'p1', code: 'user_disabled' }])
  })

  it('keeps new messages of one channel a second apart, and edits as they come', async () => {
    await put('p1', channel)
    await put('p2', channel)
    await worker.drain()
    expect(slack.messages).toHaveLength(1)
    await drainAfter(999)
    expect(slack.messages).toHaveLength(1)
    await drainAfter(1)
    expect(slack.messages).toHaveLength(2)
    await put('p1', channel, notice('no_open_case'))
    await worker.drain()
    expect(slack.messages[0]?.edited).toBe(true)
  })

  it('sends to several people at once', async () => {
    const silent: Fault = { kind: 'silent' }
    slack.fail('chat.postMessage', silent, silent)
    for (const user of ['U1', 'U2', 'U3']) await put(`to-${user}`, dm(user))
    const drained = worker.drain()
    await slack.waitForCalls('chat.postMessage', 3)
    await drained
    expect(slack.messages).toHaveLength(1)
  })

  it('leaves a post alone whose lease another worker has', async () => {
    await put('p1', dm('U1'))
    await store.leasePosts(clock.now(), 60_000, 1)
    await worker.drain()
    expect(slack.calls).toHaveLength(0)
  })

  it('stops after what is under way, and leaves the rest for the next start', async () => {
    const silent: Fault = { kind: 'silent' }
    slack.fail('chat.postMessage', silent, silent, silent, silent)
    for (const user of ['U1', 'U2', 'U3', 'U4', 'U5']) await put(`to-${user}`, dm(user))
    worker.start()
    await slack.waitForCalls('chat.postMessage', 4)
    await worker.stop()
    expect(slack.called('chat.postMessage')).toHaveLength(4)
    expect(slack.messages).toHaveLength(0)
    worker.start()
    await slack.waitForCalls('chat.postMessage', 5)
    expect(slack.messages).toMatchObject([{ channel: 'DU5' }])
  })

  it('sends by itself once it is started and woken', async () => {
    worker.start()
    await put('p1', dm('U1'))
    worker.wake()
    await slack.waitForCalls('chat.postMessage')
    await worker.stop()
    expect(await store.nextPostAt()).toBeUndefined()
  })
})
