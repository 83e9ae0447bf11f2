import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { read, sourceFiles } from './source-tree.ts'

interface Manifest {
  features: { slash_commands: { command: string }[] }
  oauth_config: { scopes: { bot: string[] } }
  settings: { event_subscriptions: { bot_events: string[] } }
}

/** The scopes that each Web API method which Postern calls needs, from Slack's method pages. */
const scopesOf: Record<string, readonly string[]> = {
  'apps.connections.open': [],
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['groups:history', 'im:history'],
  'conversations.info': ['groups:read'],
  'conversations.members': ['groups:read'],
  'conversations.open': ['im:write'],
  'usergroups.users.list': ['usergroups:read'],
  'users.lookupByEmail': ['users:read.email'],
  'users.profile.get': ['users.profile:read'],
  'users.info': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
}

/** The scopes that each subscribed event needs. */
const scopesOfEvent: Record<string, readonly string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  member_left_channel: ['groups:read'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  subteam_members_changed: ['usergroups:read'],
  user_change: ['users:read'],
}

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort()
const manifest: Manifest = parse(read('manifest.yml'))
const edge = sourceFiles('src').filter((file) => file.path.startsWith('src/slack/'))
const source = edge.map((file) => file.text).join('\n')
const called = sorted(
  [...source.matchAll(/\b(?:client|web|slack)\.((?:[a-z]+\.)+[a-zA-Z]+)\(/g)].map(
    ([, method = '']) => method,
  ),
)

describe('manifest.yml', () => {
  it.each(['1.0.0', '2.0.0'])('is valid against Slack’s schema %s', (version) => {
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
    const schema = JSON.parse(read(`test/repo/schema/manifest.schema.${version}.json`))
    const plain = JSON.parse(JSON.stringify(manifest))
    expect([ajv.validate(schema, plain), ajv.errors]).toEqual([true, null])
  })

  it('would not be valid with a name that is too long', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    const schema = JSON.parse(read('test/repo/schema/manifest.schema.2.0.0.json'))
    const long = { ...manifest, display_information: { name: 'x'.repeat(36) } }
    expect(ajv.validate(schema, long)).toBe(false)
  })

  it('knows the scopes of every Web API method that the code calls', () => {
    expect(called).toContain('chat.postMessage')
    expect(called.filter((method) => !(method in scopesOf))).toEqual([])
  })

  it('asks for the scopes that the calls and events need, and no other', () => {
    const { bot_events } = manifest.settings.event_subscriptions
    const needed = [
      ...called.flatMap((method) => scopesOf[method] ?? []),
      ...bot_events.flatMap((event) => scopesOfEvent[event] ?? [`unknown event ${event}`]),
      ...manifest.features.slash_commands.map(() => 'commands'),
    ]
    expect(sorted(manifest.oauth_config.scopes.bot)).toEqual(sorted(needed))
  })

  it('gives the reason of every scope in docs/security.md', () => {
    const explained = [...read('docs/security.md').matchAll(/^\| `([a-z_.:]+)` \|/gm)].map(
      ([, scope = '']) => scope,
    )
    expect(sorted(explained)).toEqual(sorted(manifest.oauth_config.scopes.bot))
  })

  it('subscribes to the events that listeners are registered for', () => {
    const registered = [...source.matchAll(/\bapp\.event\(\s*'([a-z_.]+)'/g)].map(([, event = '']) => event)
    const listens = registered.flatMap((event) =>
      event === 'message' ? ['message.groups', 'message.im'] : [event],
    )
    if (/\bapp\.message\(/.test(source)) listens.push('message.im')
    expect(sorted(listens)).toEqual(sorted(manifest.settings.event_subscriptions.bot_events))
  })

  it('names the commands that listeners are registered for', () => {
    const registered = [...source.matchAll(/\bapp\.command\(\s*'([^']+)'/g)].map(
      ([, command = '']) => command,
    )
    expect(sorted(registered)).toEqual(sorted(manifest.features.slash_commands.map(({ command }) => command)))
  })
})
