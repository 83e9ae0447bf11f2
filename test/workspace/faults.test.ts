import type { WebClient } from '@slack/web-api'
import type { Fault } from '../../src/workspace/server/faults.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { ManualTime } from '../support/manual-time.ts'
import { RequestRecorder } from '../support/request-recorder.ts'
import { WorkspacePerson } from '../support/workspace-person.ts'
import { botClient } from './bot-client.ts'

describe('a fault that is asked for', () => {
  let time: ManualTime
  let workspace: Workspace
  let web: WebClient
  beforeEach(async () => {
    time = new ManualTime()
    workspace = await startWorkspace({ port: 0, now: time.now, schedule: time.schedule })
    web = botClient(workspace)
  })
  afterEach(async () => {
    await workspace.stop()
  })

  const post = () => web.chat.postMessage({ channel: workspace.generalChannel, text: 'hello' })

  it.each<[Fault, object, number]>([
    [{ kind: 'rate_limited', seconds: 30 }, { code: 'slack_webapi_rate_limited_error', retryAfter: 30 }, 0],
    [{ kind: 'error', code: 'fatal_error', done: true }, { data: { error: 'fatal_error' } }, 1],
    [{ kind: 'error', code: 'fatal_error', done: false }, { data: { error: 'fatal_error' } }, 0],
    [{ kind: 'server_error', done: true }, { code: 'slack_webapi_http_error', statusCode: 500 }, 1],
    [{ kind: 'server_error', done: false }, { code: 'slack_webapi_http_error', statusCode: 500 }, 0],
    [{ kind: 'reset', done: true }, { code: 'slack_webapi_request_error' }, 1],
    [{ kind: 'reset', done: false }, { code: 'slack_webapi_request_error' }, 0],
  ])('%j happens to one call', async (fault, error, visible) => {
    workspace.failNext('chat.postMessage', fault)
    await web.auth.test()
    await expect(post()).rejects.toMatchObject(error)
    expect(workspace.ledger()).toHaveLength(visible)
    await post()
    expect(workspace.ledger()).toHaveLength(visible + 1)
  })

  it('as slowness delays the call itself', async () => {
    workspace.failNext('chat.postMessage', { kind: 'slow', ms: 5000 })
    const posted = post()
    await time.planned(5000)
    expect(workspace.ledger()).toHaveLength(0)
    time.advance(5000)
    await posted
    expect(workspace.ledger()).toHaveLength(1)
  })

  it('as a double delivery brings the same event twice', async () => {
    const app = new RequestRecorder()
    const twice = await startWorkspace({ port: 0, requestUrl: await app.start(), deliverTwice: true })
    await new WorkspacePerson(twice.address, twice.employees[0] ?? '').say('hello')
    const [first, second] = [await app.next(), await app.next()]
    expect(JSON.parse(second.body).event_id).toBe(JSON.parse(first.body).event_id)
    await twice.stop()
    await app.stop()
  })
})
