import type { App } from '@slack/bolt'
import { z } from 'zod'
import { hear } from '../../application/hear.ts'
import { deliveryIn } from '../receiver/delivery.ts'
import { deliver } from './deliver.ts'
import { type Edge, whoActs } from './edge.ts'
import { SharedBody } from './message.ts'
import { plainText } from './plain-text.ts'

const MentionEvent = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  files: z.array(z.unknown()).default([]),
})

/** @mentions in channels. A mention in a DM is a message there already. */
export function listenToMentions(app: App, edge: Edge): void {
  app.event('app_mention', async ({ event, body, context }) => {
    const delivery = deliveryIn(context)
    const { channel, channel_type, user, bot_id, text, thread_ts, files } = MentionEvent.parse(event)
    if (channel_type === 'im' || channel.startsWith('D') || user === undefined || bot_id !== undefined) return
    const { is_ext_shared_channel: shared } = SharedBody.parse(body)
    const found = await whoActs(edge, delivery, user)
    const person = { ...found, isMember: found.isMember && !shared }
    await deliver(edge, { delivery, route: { user, channel, thread: thread_ts } }, (tx) =>
      hear(tx, edge.context, {
        person,
        text: plainText(text, edge.identity.botUser),
        via: 'mention',
        hasFiles: files.length > 0,
      }),
    )
  })
}
