import type { App } from '@slack/bolt'
import { showTicket } from '../../application/show-ticket.ts'
import { ListedValue } from '../action.ts'
import { deliveryIn } from '../receiver/delivery.ts'
import { deliver } from './deliver.ts'
import { actsAsPostmaster, type Edge, whoActs } from './edge.ts'
import { answerOutdated } from './other-action.ts'
import { readPress } from './press.ts'

/** Lists of tickets in the postmasters' channel: the one that was chosen is shown. */
export function listenToDeskActions(app: App, edge: Edge): void {
  app.action(/^desk:/, async ({ context }) => {
    const press = readPress(deliveryIn(context))
    const chosen = ListedValue.safeParse(press.value).data
    if (press.what !== 'show' || chosen === undefined) return await answerOutdated(edge, press)
    const person = await whoActs(edge, press.turn.delivery, press.user)
    const isPostmaster = await actsAsPostmaster(edge, person)
    await deliver(edge, press.turn, (tx) => showTicket(tx, edge.context, { person, isPostmaster, ...chosen }))
  })
}
