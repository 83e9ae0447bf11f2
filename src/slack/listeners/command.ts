import type { App } from '@slack/bolt'
import { z } from 'zod'
import { deskQuestion } from '../../application/ask-desk.ts'
import { command } from '../../application/command.ts'
import { deliveryIn } from '../receiver/delivery.ts'
import { deliver } from './deliver.ts'
import { type Edge, looksAsPostmaster, whoActs } from './edge.ts'
import { plainText } from './plain-text.ts'

const CommandPayload = z.object({
  user_id: z.string(),
  text: z.string().default(''),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
})

/** `/mail-recover` */
export function listenToCommand(app: App, edge: Edge): void {
  app.command('/mail-recover', async ({ body, context }) => {
    const delivery = deliveryIn(context)
    const { user_id: user, text: typed, response_url: url, trigger_id: trigger } = CommandPayload.parse(body)
    const person = await whoActs(edge, delivery, user)
    const text = plainText(typed, edge.identity.botUser)
    const isPostmaster = deskQuestion(text) && (await looksAsPostmaster(edge, person))
    await deliver(edge, { delivery, route: { user, url }, trigger }, (tx) =>
      command(tx, edge.context, { person, text, isPostmaster }),
    )
  })
}
