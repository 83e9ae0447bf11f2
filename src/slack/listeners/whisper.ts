import type { WebClient } from '@slack/web-api'
import { asWritten } from '../as-written.ts'
import type { DmChannels } from '../dm-channels.ts'
import type { renderWhisper } from '../views/render-whisper.ts'

type RenderedWhisper = ReturnType<typeof renderWhisper>

/** Where somebody will see a whisper: in answer to what they did, else in a channel, else in their DM. */
export interface WhisperRoute {
  readonly user: string
  /** Slack's response_url of a click or command; used five times at most within 30 minutes. */
  readonly url?: string | undefined
  readonly channel?: string | undefined
  readonly thread?: string | undefined
}

interface Whispering {
  readonly client: WebClient
  readonly dms: DmChannels
}

const answerMs = 3_000

/** Where Slack's response URLs lead, GovSlack's included. */
const slackHosts: ReadonlySet<string> = new Set(['hooks.slack.com', 'hooks.slack-gov.com'])

/** Only Slack is answered, or the server that stands in for it: a payload must not make Postern call somebody else. */
export function isResponseUrl(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, origin } = new URL(url)
  return (protocol === 'https:' && slackHosts.has(host)) || origin === new URL(apiUrl).origin
}

async function throughUrl(url: string, words: RenderedWhisper): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...asWritten, ...words }),
      redirect: 'error',
      signal: AbortSignal.timeout(answerMs),
    })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

/** Says something to one person alone. Best effort: Slack may drop it, and a reload of the client does. */
export async function whisper(
  { client, dms }: Whispering,
  route: WhisperRoute,
  words: RenderedWhisper,
): Promise<void> {
  const { url } = route
  if (url !== undefined && isResponseUrl(url, client.slackApiUrl) && (await throughUrl(url, words))) return
  const channel = route.channel ?? (await dms.of(route.user))
  await client.chat.postEphemeral({
    channel,
    user: route.user,
    ...asWritten,
    ...words,
    ...(route.thread !== undefined && { thread_ts: route.thread }),
  })
}
