import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import { slackFailure } from './slack-failure.ts'
import { StartupProblem } from './startup-problem.ts'

const flag = z.boolean().default(false)

/** What matters of a channel, from docs.slack.dev/reference/objects/conversation-object. */
const Channel = z.object({
  is_private: flag,
  is_im: flag,
  is_mpim: flag,
  is_archived: flag,
  is_member: flag,
  is_shared: flag,
  is_ext_shared: flag,
  is_org_shared: flag,
  is_pending_ext_shared: flag,
})
type Channel = z.infer<typeof Channel>

const elsewhere = 'Or choose another private channel and set POSTMASTER_CHANNEL to its id.'

const isPublic = `is public; tickets name people and mailboxes.\nMake it private in Slack (channel name > Settings > Change to a private channel). ${elsewhere}`
const isDirectMessage = `is a direct message; tickets need a private channel.\n${elsewhere}`

function unsuitable(channel: Channel): string | undefined {
  if (channel.is_im || channel.is_mpim) return isDirectMessage
  if (!channel.is_private) return isPublic
  if (channel.is_ext_shared || channel.is_shared || channel.is_org_shared || channel.is_pending_ext_shared) {
    return `is shared, or about to be shared, with another organisation or workspace.\nStop sharing it (channel name > Settings). ${elsewhere}`
  }
  if (channel.is_archived) return `is archived.\nUnarchive it in Slack. ${elsewhere}`
  if (!channel.is_member)
    return 'has not been joined by Postern.\nOpen the channel in Slack and type: /invite @Postern'
  return undefined
}

/** The scopes Slack would have needed for this channel, and those the app has. */
function scopesIn(error: unknown): Record<'needed' | 'provided', readonly string[]> {
  const data: Record<string, unknown> = error instanceof WebAPIPlatformError ? { ...error.data } : {}
  const list = (value: unknown): string[] => (typeof value === 'string' ? value.split(/[\s,]+/) : [])
  return { needed: list(data.needed), provided: list(data.provided) }
}

/** Postern asks for the scope of private channels alone, so a scope that is missing tells what kind of channel this is. */
function withoutScope(error: unknown): string {
  const { needed, provided } = scopesIn(error)
  if (needed.length > 0 && needed.every((scope) => scope === 'im:read' || scope === 'mpim:read'))
    return isDirectMessage
  if (provided.includes('groups:read')) return isPublic
  return 'could not be checked: the app lacks a scope (missing_scope).\nUpdate the app from manifest.yml at api.slack.com/apps > your app > App Manifest, and install it again.'
}

function unreadable(error: unknown): string {
  const { kind, code } = slackFailure(error)
  if (kind !== 'refused')
    return `could not be checked: Slack did not answer (${code}).\nStart Postern again in a moment.`
  if (code === 'channel_not_found') {
    return 'is not a channel that Postern can see.\nCheck the id (channel name > About > Channel ID); if it is right, open the channel in Slack and type: /invite @Postern'
  }
  if (code === 'missing_scope') return withoutScope(error)
  return `could not be checked (${code}).`
}

/** Makes sure that tickets go to a private, unshared channel that Postern is in; throws StartupProblem with what to do. */
export async function checkPostmasterChannel(client: WebClient, channel: string): Promise<void> {
  const answer = await client.conversations.info({ channel }).catch((error: unknown) => {
    throw new StartupProblem(`POSTMASTER_CHANNEL ${unreadable(error)}`, { cause: error })
  })
  const problem = unsuitable(Channel.parse(answer.channel ?? {}))
  if (problem !== undefined) throw new StartupProblem(`POSTMASTER_CHANNEL ${problem}`)
}
