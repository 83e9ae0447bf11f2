import type { App } from '@slack/bolt'
import { z } from 'zod'
import { openHome } from '../../application/open-home.ts'
import { deliveryIn } from '../receiver/delivery.ts'
import { deliver } from './deliver.ts'
import { type Edge, looksAsPostmaster, whoActs } from './edge.ts'

const HomeOpenedEvent = z.object({ user: z.string(), tab: z.string().default('home') })

/** Somebody looks at the Home tab; the same event for the Messages tab asks for nothing. */
export function listenToHomeOpened(app: App, edge: Edge): void {
  app.event('app_home_opened', async ({ event, context }) => {
    const delivery = deliveryIn(context)
    const { user, tab } = HomeOpenedEvent.parse(event)
    if (tab !== 'home') return
    const person = await whoActs(edge, delivery, user)
    const isPostmaster = await looksAsPostmaster(edge, person)
    await deliver(edge, { delivery, route: { user } }, (tx) =>
      openHome(tx, edge.context, { person, isPostmaster }),
    )
  })
}
