import type { App } from '@slack/bolt'
import { pressCard } from '../../application/press-card.ts'
import { CardValue } from '../action.ts'
import { deliveryIn } from '../receiver/delivery.ts'
import { deliver } from './deliver.ts'
import { type Edge, whoActs } from './edge.ts'
import { answerOutdated } from './other-action.ts'
import { readPress } from './press.ts'

/** Buttons of a session's card. */
export function listenToCardActions(app: App, edge: Edge): void {
  app.action(/^card:/, async ({ context }) => {
    const press = readPress(deliveryIn(context))
    const value = CardValue.safeParse(press.value)
    if (!value.success) return await answerOutdated(edge, press)
    const { session, version, press: event } = value.data
    const person = await whoActs(edge, press.turn.delivery, press.user)
    await deliver(edge, press.turn, (tx) => pressCard(tx, edge.context, { person, session, version, event }))
  })
}
