import type { App } from '@slack/bolt'
import { z } from 'zod'
import { watchDesk } from '../../application/watch-desk.ts'
import { deliveryIn } from '../receiver/delivery.ts'
import { deliver } from './deliver.ts'
import { type Edge, whoActs } from './edge.ts'
import { plainText } from './plain-text.ts'

const DeskMessage = z.object({
  channel: z.string(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
})

/** As in direct messages: what a person said, no edits, joins and the like. */
const said = new Set([undefined, 'file_share', 'me_message', 'thread_broadcast'])

/** What postmasters say among themselves in their channel. A mention of the bot there is heard as such. */
export function listenToDeskMessages(app: App, edge: Edge): void {
  app.event('message', async ({ event, context }) => {
    const { channel, subtype, user, bot_id, text } = DeskMessage.parse(event)
    if (channel !== edge.context.postmasterChannel || !said.has(subtype)) return
    if (user === undefined || bot_id !== undefined || user === edge.identity.botUser) return
    if (text.includes(`<@${edge.identity.botUser}>`)) return
    const delivery = deliveryIn(context)
    const person = await whoActs(edge, delivery, user)
    await deliver(edge, { delivery, route: { user, channel } }, (tx) =>
      watchDesk(tx, { person, text: plainText(text, edge.identity.botUser) }),
    )
  })
}
