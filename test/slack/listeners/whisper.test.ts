import { asWritten } from '../../../src/slack/as-written.ts'
import { createDmChannels } from '../../../src/slack/dm-channels.ts'
import { isResponseUrl, whisper } from '../../../src/slack/listeners/whisper.ts'
import { createWebClient } from '../../../src/slack/web-client.ts'
import { memoryLog } from '../../support/memory-log.ts'
import { WebApiServer } from '../web-api-server.ts'

const slackApi = 'https://slack.com/api/'

describe('isResponseUrl', () => {
  it.each([
    ['https://hooks.slack.com/commands/T1/2/3', slackApi],
    ['https://hooks.slack.com/actions/T1/2/3', slackApi],
    ['https://hooks.slack-gov.com/actions/T1/2/3', 'https://slack-gov.com/api/'],
    ['http://127.0.0.1:3000/response/1', 'http://127.0.0.1:3000/api/'],
  ])('takes %s with the API at %s', (url, apiUrl) => {
    expect(isResponseUrl(url, apiUrl)).toBe(true)
  })

  it.each([
    'http://hooks.slack.com/commands/T1/2/3',
    'https://hooks.slack.com.evil.example/x',
    'https://hooks.slack.com@evil.example/x',
    'https://hooks.slack.com:8443/x',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:3000/response/1',
    'file:///etc/passwd',
    'not a url',
    '',
  ])('refuses %s', (url) => {
    expect(isResponseUrl(url, slackApi)).toBe(false)
  })
})

describe('whisper', () => {
  let slack: WebApiServer
  let elsewhere: WebApiServer

  beforeEach(async () => {
    slack = new WebApiServer()
    elsewhere = new WebApiServer()
    await Promise.all([slack.start(), elsewhere.start()])
  })

  afterEach(() => Promise.all([slack.stop(), elsewhere.stop()]))

  const say = async (url: string): Promise<void> => {
    const client = createWebClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl, ...memoryLog() }, 2_000)
    await whisper({ client, dms: createDmChannels(client) }, { user: 'U1', url }, { text: 'psst' })
  }

  it('answers at the response URL', async () => {
    await say(`${slack.address}/respond`)
    expect(slack.responses).toMatchObject([
      { args: { response_type: 'ephemeral', ...asWritten, text: 'psst' } },
    ])
    expect(slack.called('chat.postEphemeral')).toEqual([])
  })

  it('calls no other host, and is heard all the same', async () => {
    await say(`${elsewhere.address}/respond`)
    expect(elsewhere.responses).toEqual([])
    expect(slack.called('chat.postEphemeral')).toMatchObject([
      { args: { user: 'U1', ...asWritten, text: 'psst' } },
    ])
  })
})
