import { z } from 'zod'
import { PosternError } from '../../src/application/errors.ts'
import { detailOf, errorCodeOf, originOf, slackFailure } from '../../src/slack/slack-failure.ts'
import { createWebClient } from '../../src/slack/web-client.ts'
import { memoryLog } from '../support/memory-log.ts'
import { type Fault, WebApiServer } from './web-api-server.ts'

async function errorAfter(fault: Fault): Promise<unknown> {
  const slack = new WebApiServer()
  await slack.start()
  slack.fail('auth.test', fault)
  const client = createWebClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl, log: memoryLog().log }, 1_000)
  const error = await client.auth.test().catch((thrown: unknown) => thrown)
  await slack.stop()
  return error
}

describe('slackFailure', () => {
  it.each([
    [
      { kind: 'status', status: 429, retryAfter: 7 },
      { kind: 'limited', code: 'ratelimited', retryAfterMs: 7000 },
    ],
    [
      { kind: 'error', error: 'ratelimited' },
      { kind: 'limited', code: 'ratelimited' },
    ],
    [
      { kind: 'error', error: 'channel_not_found' },
      { kind: 'refused', code: 'channel_not_found' },
    ],
    [
      { kind: 'error', error: 'fatal_error' },
      { kind: 'unclear', code: 'fatal_error' },
    ],
    [
      { kind: 'text', text: 'My password is canary' },
      { kind: 'unclear', code: 'unreadable_answer' },
    ],
    [
      { kind: 'status', status: 502 },
      { kind: 'unclear', code: 'http_502' },
    ],
    [
      { kind: 'status', status: 403 },
      { kind: 'unreachable', code: 'http_403' },
    ],
    [{ kind: 'silent' }, { kind: 'unclear', code: 'timeout' }],
    [{ kind: 'dropped_before' }, { kind: 'unclear' }],
  ] as const)('reads %j', async (fault, expected) => {
    expect(slackFailure(await errorAfter(fault))).toMatchObject(expected)
  })

  it('takes any other error for an unclear outcome', () => {
    expect(slackFailure(new Error('what'))).toEqual({ kind: 'unclear', code: 'unexpected' })
  })
})

describe('errorCodeOf', () => {
  it('keeps a code of our own', () => {
    expect(errorCodeOf(new PosternError('storage_conflict'))).toBe('storage_conflict')
  })

  it('names a payload that does not fit', () => {
    expect(errorCodeOf(z.string().safeParse(1).error)).toBe('payload_malformed')
  })

  it('tells a refusal of Slack’s from its absence', async () => {
    expect(errorCodeOf(await errorAfter({ kind: 'error', error: 'invalid_arguments' }))).toBe('slack_refused')
    expect(errorCodeOf(await errorAfter({ kind: 'silent' }))).toBe('slack_unavailable')
  })

  it('calls everything else internal', () => {
    expect(errorCodeOf(new TypeError('x'))).toBe('internal')
    expect(errorCodeOf('x')).toBe('internal')
  })
})

describe('originOf', () => {
  it('gives class and place of an error, and nothing of its message', () => {
    const origin = originOf(new TypeError('my password is canary.ts:7'))
    expect(origin).toMatch(/^TypeError@slack-failure\.test\.ts:\d+$/)
  })

  it('has nothing to say of what is no error', () => {
    expect(originOf('x')).toBeUndefined()
  })
})

describe('detailOf', () => {
  it('gives Slack’s code, however deep it lies', async () => {
    const cause = await errorAfter({ kind: 'error', error: 'missing_scope' })
    expect(detailOf(new PosternError('directory_unavailable', { cause }))).toBe('missing_scope')
  })

  it('gives the place of a cause of our own', () => {
    const cause = new RangeError('canary')
    expect(detailOf(new PosternError('storage_unavailable', { cause }))).toMatch(/^RangeError@slack-failure/)
  })
})
