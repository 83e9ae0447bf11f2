import { createHmac } from 'node:crypto'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { ManualTime } from '../support/manual-time.ts'
import { RequestRecorder } from '../support/request-recorder.ts'
import { until } from '../support/until.ts'
import { WorkspacePerson } from '../support/workspace-person.ts'

describe('events over HTTP', () => {
  let time: ManualTime
  let app: RequestRecorder
  let workspace: Workspace
  let anna: WorkspacePerson
  beforeEach(async () => {
    time = new ManualTime()
    app = new RequestRecorder()
    const requestUrl = await app.start()
    workspace = await startWorkspace({ port: 0, requestUrl, now: time.now, schedule: time.schedule })
    anna = new WorkspacePerson(workspace.address, workspace.employees[0] ?? '')
  })
  afterEach(async () => {
    await workspace.stop()
    await app.stop()
  })

  it('are signed over the exact body', async () => {
    await anna.say('hello')
    const { headers, body } = await app.next()
    const stamp = headers['x-slack-request-timestamp']
    const digest = createHmac('sha256', workspace.signingSecret).update(`v0:${stamp}:${body}`).digest('hex')
    expect(headers['x-slack-signature']).toBe(`v0=${digest}`)
    expect(Number(stamp)).toBe(time.now() / 1000)
    expect(headers['x-slack-retry-num']).toBeUndefined()
  })

  it('are complete: id, team, app, authorisation, and the message escaped', async () => {
    await anna.say('a < b & c > d')
    const body = JSON.parse((await app.next()).body)
    expect(body).toMatchObject({
      type: 'event_callback',
      event_id: expect.stringMatching(/^Ev[0-9A-Z]+$/),
      team_id: workspace.team,
      authorizations: [{ user_id: workspace.botUser, is_bot: true, team_id: workspace.team }],
      event: {
        type: 'message',
        channel_type: 'im',
        channel: await anna.dm(),
        user: anna.user,
        text: 'a &lt; b &amp; c &gt; d',
        client_msg_id: expect.any(String),
        ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
      },
    })
    expect(body.event.event_ts).toBe(body.event.ts)
  })

  it('tell of a file by subtype and list', async () => {
    await anna.say('this is what I see', { withFile: true })
    const { event } = JSON.parse((await app.next()).body)
    expect(event).toMatchObject({ subtype: 'file_share', files: [{ mimetype: 'image/png' }] })
  })

  it('tell of a mention in a channel, but of no other message there', async () => {
    await anna.say('nobody asked you', { in: workspace.generalChannel })
    await anna.say('@Postern help', { in: workspace.generalChannel })
    const { event } = JSON.parse((await app.next()).body)
    expect(event).toMatchObject({
      type: 'app_mention',
      text: `<@${workspace.botUser}> help`,
      channel: workspace.generalChannel,
    })
  })

  it('tell of a Home tab that is opened, and of a message that is taken back', async () => {
    await anna.openHome()
    expect(JSON.parse((await app.next()).body).event).toMatchObject({
      type: 'app_home_opened',
      tab: 'home',
      user: anna.user,
    })
    await anna.say('my password is hunter2')
    const { event } = JSON.parse((await app.next()).body)
    await anna.takeBack(event.channel, event.ts)
    expect(JSON.parse((await app.next()).body).event).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: event.ts,
    })
    expect((await anna.state()).channels.flatMap((channel) => channel.messages)).toEqual([])
  })

  it('come again at once, after a minute and after five, then never', async () => {
    app.answer = () => ({ status: 500 })
    await anna.say('hello')
    const first = await app.next()
    const second = await app.next()
    await time.planned(60_000)
    time.advance(60_000)
    const third = await app.next()
    await time.planned(300_000)
    expect(workspace.pendingEvents()).toBe(1)
    time.advance(300_000)
    const fourth = await app.next()
    await until(() => workspace.pendingEvents() === 0)
    const all = [first, second, third, fourth]
    expect(all.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3'])
    expect(all.slice(1).map(({ headers }) => headers['x-slack-retry-reason'])).toEqual(
      Array(3).fill('http_error'),
    )
    expect(new Set(all.map(({ body }) => JSON.parse(body).event_id)).size).toBe(1)
  })

  it('come again after 3 s without an answer', async () => {
    app.answer = () => 'silent'
    await anna.say('hello')
    await app.next()
    app.answer = () => ({ status: 200 })
    time.advance(2_999)
    expect(workspace.pendingEvents()).toBe(1)
    time.advance(1)
    expect((await app.next()).headers).toMatchObject({
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_timeout',
    })
    await until(() => workspace.pendingEvents() === 0)
  })

  it('do not come again when the app asks for that', async () => {
    app.answer = () => ({ status: 500, headers: { 'x-slack-no-retry': '1' } })
    await anna.say('hello')
    await app.next()
    await until(() => workspace.pendingEvents() === 0)
  })

  it('wait for an app that is not there, and reach it at its new address', async () => {
    workspace.setRequestUrl('http://127.0.0.1:9/slack/events')
    await anna.say('hello')
    await time.planned(60_000)
    const moved = new RequestRecorder()
    workspace.setRequestUrl(await moved.start())
    expect(JSON.parse((await moved.next()).body).event.text).toBe('hello')
    await moved.stop()
  })
})
