import { signIn } from '../../src/slack/sign-in.ts'
import { StartupProblem } from '../../src/slack/startup-problem.ts'
import { createWebClient } from '../../src/slack/web-client.ts'
import { memoryLog } from '../support/memory-log.ts'
import { botUser, team, WebApiServer } from './web-api-server.ts'

describe('signIn', () => {
  const { log, lines } = memoryLog()
  let slack: WebApiServer
  const token = 'xoxb-canary-token'
  const attempt = () => signIn(createWebClient({ botToken: token, apiUrl: slack.apiUrl, log }, 1_000))

  beforeEach(async () => {
    slack = new WebApiServer()
    await slack.start()
  })

  afterEach(() => slack.stop())

  it('says who Postern is in the workspace', async () => {
    expect(await attempt()).toEqual({ team, botId: 'B0BOT', botUser })
    expect(slack.called('auth.test')).toHaveLength(1)
  })

  it.each([
    [
      'the token is not accepted',
      { kind: 'error', error: 'invalid_auth' },
      /SLACK_BOT_TOKEN \(invalid_auth\)/,
    ],
    ['Slack does not answer', { kind: 'silent' }, /cannot be reached \(timeout\)/],
    ['Slack answers 503', { kind: 'status', status: 503 }, /cannot be reached \(http_503\)/],
  ] as const)('says what to do when %s, and never the token', async (_, fault, words) => {
    slack.fail('auth.test', fault)
    const problem = await attempt().catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(StartupProblem)
    expect(String(problem)).toMatch(words)
    expect(`${String(problem)}${lines.join()}`).not.toContain('canary')
  })
})
