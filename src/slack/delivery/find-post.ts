import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { PostMetadata, postEventType } from '../action.ts'

const Message = z.object({
  ts: z.string(),
  metadata: z.object({ event_type: z.literal(postEventType), event_payload: PostMetadata }),
})

/** Slack's clock and ours may differ by this much. */
const marginMs = 60_000
const mostPages = 10

interface Search {
  readonly post: string
  readonly channel: string
  /** ms since epoch: when the message may have been sent first */
  readonly since: number
}

/** The timestamp of the message that carries this post's id, if Slack has it. */
export async function findPost(
  client: WebClient,
  { post, channel, since }: Search,
): Promise<string | undefined> {
  const oldest = String(Math.floor((since - marginMs) / 1000))
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await client.conversations.history({
      channel,
      oldest,
      limit: 200,
      include_all_metadata: true,
      ...(cursor !== undefined && { cursor }),
    })
    for (const each of answer.messages ?? []) {
      const { data: message } = Message.safeParse(each)
      if (message?.metadata.event_payload.post_id === post) return message.ts
    }
    cursor = answer.response_metadata?.next_cursor || undefined
    if (cursor === undefined) return undefined
  }
  return undefined
}
