import type { App } from '@slack/bolt'
import { pressHome } from '../../application/press-home.ts'
import { HomeButton } from '../action.ts'
import { deliveryIn } from '../receiver/delivery.ts'
import { deliver } from './deliver.ts'
import { type Edge, whoActs } from './edge.ts'
import { answerOutdated } from './other-action.ts'
import { readPress } from './press.ts'

/** Buttons of the Home tab. */
export function listenToHomeActions(app: App, edge: Edge): void {
  app.action(/^home:/, async ({ context }) => {
    const press = readPress(deliveryIn(context))
    const button = HomeButton.safeParse(press.what)
    if (!button.success) return await answerOutdated(edge, press)
    const person = await whoActs(edge, press.turn.delivery, press.user)
    await deliver(edge, press.turn, (tx) => pressHome(tx, edge.context, { person, button: button.data }))
  })
}
