import { z } from 'zod'
import { PosternError } from '../../../src/application/errors.ts'
import { createDmChannels } from '../../../src/slack/dm-channels.ts'
import { createFail } from '../../../src/slack/listeners/fail.ts'
import { Delivery } from '../../../src/slack/receiver/delivery.ts'
import { createWebClient } from '../../../src/slack/web-client.ts'
import { CountingIds } from '../../support/ids.ts'
import { memoryLog } from '../../support/memory-log.ts'
import { smallGuide } from '../../support/small-guide.ts'
import { WebApiServer } from '../web-api-server.ts'

describe('createFail', () => {
  let slack: WebApiServer
  let background: Promise<void>[]
  let answers: unknown[]
  let log: ReturnType<typeof memoryLog>
  let fail: ReturnType<typeof createFail>

  const deliver = (body: object, retryNum = 0): Delivery =>
    new Delivery('key-1', { body: { ...body }, retryNum, ack: async (answer) => void answers.push(answer) })

  beforeEach(async () => {
    slack = new WebApiServer()
    await slack.start()
    background = []
    answers = []
    log = memoryLog()
    const client = createWebClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl, log: log.log }, 2_000)
    fail = createFail({
      client,
      dms: createDmChannels(client),
      log: log.log,
      views: { guide: smallGuide(), supportContact: { en: 'the desk' } },
      context: { ids: new CountingIds() },
      inBackground: (work) => background.push(work),
    })
  })

  afterEach(() => slack.stop())

  const event = { event: { type: 'message', user: 'U1', channel: 'D1' } }
  const click = { type: 'block_actions', user: { id: 'U1' }, channel: { id: 'D1' } }

  it.each([
    'storage_unavailable',
    'storage_conflict',
    'directory_unavailable',
    'too_slow',
    'internal',
  ] as const)('lets an event come again after %s, and says nothing yet', async (code) => {
    await expect(fail(new PosternError(code), deliver(event))).rejects.toMatchObject({ code })
    expect(background).toEqual([])
    expect(log.entries('delivery failed')).toMatchObject([{ code, delivery: 'key-1', reference: 'R001' }])
  })

  it('acknowledges an event that could never be handled, and tells its person', async () => {
    await fail(z.string().safeParse(1).error, deliver(event))
    await Promise.all(background)
    expect(slack.called('chat.postEphemeral')).toMatchObject([{ args: { channel: 'D1', user: 'U1' } }])
  })

  it('says nothing more once Slack has its answer', async () => {
    const delivery = deliver(click)
    await delivery.settle()
    await fail(new PosternError('storage_unavailable'), delivery)
    expect(background).toEqual([])
    expect(log.entries('delivery failed')).toHaveLength(1)
  })

  it('tells whoever has no channel in their DM', async () => {
    await fail(new PosternError('storage_unavailable'), deliver({ ...click, channel: undefined }))
    await Promise.all(background)
    expect(slack.called('chat.postEphemeral')).toMatchObject([{ args: { channel: 'DU1', user: 'U1' } }])
  })

  it('falls back on the channel when the response URL is used up', async () => {
    const response_url = `${slack.address}/api/gone`
    slack.fail('gone', { kind: 'status', status: 404 })
    await fail(new PosternError('storage_unavailable'), deliver({ ...click, response_url }))
    await Promise.all(background)
    expect(slack.called('chat.postEphemeral')).toMatchObject([{ args: { channel: 'D1' } }])
  })

  it('speaks the language of whoever acts', async () => {
    const delivery = deliver({ command: '/mail-recover', user_id: 'U1' })
    delivery.language = 'zh'
    await fail(new PosternError('storage_unavailable'), delivery)
    await delivery.settle()
    expect(answers).toMatchObject([{ text: expect.stringMatching(/[\u4e00-\u9fff].*R001/) }])
  })

  it('logs where a fault of our own was, and nothing of its message', async () => {
    await fail(new TypeError('canary-words'), deliver(click))
    await Promise.allSettled(background)
    expect(log.entries('delivery failed')).toMatchObject([
      { code: 'internal', detail: expect.stringMatching(/^TypeError@fail\.test\.ts:\d+$/) },
    ])
    expect(log.lines.join()).not.toContain('canary')
  })
})
