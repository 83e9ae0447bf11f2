import type { App } from '@slack/bolt'
import { z } from 'zod'
import { hear } from '../../application/hear.ts'
import { deliveryIn } from '../receiver/delivery.ts'
import { deliver } from './deliver.ts'
import { type Edge, whoActs } from './edge.ts'
import { plainText } from './plain-text.ts'

const MessageEvent = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  files: z.array(z.unknown()).default([]),
})
type MessageEvent = z.infer<typeof MessageEvent>

export const SharedBody = z.object({ is_ext_shared_channel: z.boolean().default(false) })
export type SharedBody = z.infer<typeof SharedBody>

/** Subtypes that are something a person said; edits, deletions, joins and the like are not. */
const said = new Set([undefined, 'file_share', 'me_message', 'thread_broadcast'])

function speaker(event: MessageEvent, botUser: string): string | undefined {
  if (event.channel_type !== 'im' || !said.has(event.subtype) || event.bot_id !== undefined) return undefined
  return event.user === botUser ? undefined : event.user
}

/** Direct messages. */
export function listenToMessages(app: App, edge: Edge): void {
  app.event('message', async ({ event, body, context }) => {
    const delivery = deliveryIn(context)
    const message = MessageEvent.parse(event)
    const user = speaker(message, edge.identity.botUser)
    if (user === undefined) return
    const { is_ext_shared_channel: shared } = SharedBody.parse(body)
    const found = await whoActs(edge, delivery, user)
    const person = { ...found, isMember: found.isMember && !shared }
    await deliver(edge, { delivery, route: { user, channel: message.channel } }, (tx) =>
      hear(tx, edge.context, {
        person,
        text: plainText(message.text, edge.identity.botUser),
        via: 'dm',
        hasFiles: message.files.length > 0 || message.subtype === 'file_share',
      }),
    )
  })
}
