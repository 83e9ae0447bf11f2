import { checkPostmasterChannel } from '../../src/slack/postmaster-channel.ts'
import { StartupProblem } from '../../src/slack/startup-problem.ts'
import { createWebClient } from '../../src/slack/web-client.ts'
import { memoryLog } from '../support/memory-log.ts'
import { goodChannel, postmasterChannel, WebApiServer } from './web-api-server.ts'

describe('checkPostmasterChannel', () => {
  let slack: WebApiServer
  const check = () =>
    checkPostmasterChannel(
      createWebClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl, log: memoryLog().log }, 1_000),
      postmasterChannel,
    )

  beforeEach(async () => {
    slack = new WebApiServer()
    await slack.start()
  })

  afterEach(() => slack.stop())

  it('accepts a private channel that Postern is in', async () => {
    await expect(check()).resolves.toBeUndefined()
  })

  it.each([
    ['public', { is_private: false }, /is public/],
    ['shared with another organisation', { is_ext_shared: true }, /is shared/],
    ['shared', { is_shared: true }, /is shared/],
    ['shared with other workspaces', { is_org_shared: true }, /is shared/],
    ['about to be shared', { is_pending_ext_shared: true }, /about to be shared/],
    ['archived', { is_archived: true }, /is archived/],
    ['not joined', { is_member: false }, /\/invite @Postern/],
    ['a direct message', { is_im: true }, /is a direct message/],
    ['a group message', { is_mpim: true }, /is a direct message/],
  ])('refuses one that is %s, and says what to do', async (_, more, words) => {
    slack.channel = { ...goodChannel, ...more }
    const problem = check()
    await expect(problem).rejects.toBeInstanceOf(StartupProblem)
    await expect(problem).rejects.toThrow(/^POSTMASTER_CHANNEL /)
    await expect(problem).rejects.toThrow(words)
  })

  it.each([
    ['Slack does not show it', { kind: 'error', error: 'channel_not_found' }, /\/invite @Postern/],
    [
      'the scope for private channels is missing',
      { kind: 'error', error: 'missing_scope', needed: 'groups:read', provided: 'chat:write' },
      /manifest\.yml/,
    ],
    [
      'only the scope for public channels would show it',
      { kind: 'error', error: 'missing_scope', needed: 'channels:read', provided: 'chat:write,groups:read' },
      /^POSTMASTER_CHANNEL is public/,
    ],
    [
      'Slack names every scope that could show it',
      {
        kind: 'error',
        error: 'missing_scope',
        needed: 'channels:read,groups:read,mpim:read,im:read',
        provided: 'chat:write,groups:read',
      },
      /^POSTMASTER_CHANNEL is public/,
    ],
    [
      'only the scope for group messages would show it',
      { kind: 'error', error: 'missing_scope', needed: 'mpim:read', provided: 'groups:read' },
      /^POSTMASTER_CHANNEL is a direct message/,
    ],
    ['Slack says something else', { kind: 'error', error: 'access_denied' }, /access_denied/],
    ['Slack does not answer', { kind: 'silent' }, /did not answer \(timeout\)/],
  ] as const)('does not start when %s', async (_, fault, words) => {
    slack.fail('conversations.info', fault)
    const problem = check()
    await expect(problem).rejects.toBeInstanceOf(StartupProblem)
    await expect(problem).rejects.toThrow(words)
  })
})
