import type { App } from '@slack/bolt'
import { deliveryIn } from '../receiver/delivery.ts'
import { renderWhisper } from '../views/render-whisper.ts'
import { type Edge, whoActs } from './edge.ts'
import { type Press, readPress } from './press.ts'
import { whisper } from './whisper.ts'

/** A button of an older release: nothing is done, and the person is told. */
export async function answerOutdated(edge: Edge, press: Press): Promise<void> {
  const { language } = await whoActs(edge, press.turn.delivery, press.user)
  const words = renderWhisper({ kind: 'outdated' }, language, edge.views)
  edge.inBackground(whisper(edge, press.turn.route, words))
}

/** Whatever no other listener knows; a `link:` button has done its work in the browser. */
export function listenToOtherActions(app: App, edge: Edge): void {
  app.action(/^(?!(?:card|ticket|home|desk):)/, async ({ context }) => {
    const delivery = deliveryIn(context)
    const press = readPress(delivery)
    if (!press.isLink) await answerOutdated(edge, press)
  })
}
