import type { App } from '@slack/bolt'
import { actOnTicket } from '../../application/act-on-ticket.ts'
import { openTicketForm } from '../../application/open-ticket-form.ts'
import type { Person } from '../../application/ports.ts'
import { TicketButton, TicketValue } from '../action.ts'
import { deliveryIn } from '../receiver/delivery.ts'
import { deliver } from './deliver.ts'
import { actsAsPostmaster, type Edge, whoActs } from './edge.ts'
import { answerOutdated } from './other-action.ts'
import { type Press, readPress } from './press.ts'

/** Only these are a postmaster's; the requester's own need no look-up that could fail. */
const postmasters: ReadonlySet<TicketButton> = new Set(['claim', 'release', 'reply', 'resolve'])

async function act(edge: Edge, press: Press, button: TicketButton, value: TicketValue): Promise<void> {
  const person: Person = await whoActs(edge, press.turn.delivery, press.user)
  const isPostmaster = postmasters.has(button) && (await actsAsPostmaster(edge, person))
  const click = { person, isPostmaster, ...value }
  await deliver(edge, press.turn, (tx) => {
    switch (button) {
      case 'reply':
      case 'resolve':
      case 'add':
        return openTicketForm(tx, edge.context, { ...click, form: button })
      case 'claim':
      case 'release':
      case 'cancel':
      case 'confirm':
      case 'reopen':
        return actOnTicket(tx, edge.context, { ...click, action: { type: button } })
    }
  })
}

/** Buttons of tickets, the postmasters' and the requester's. */
export function listenToTicketActions(app: App, edge: Edge): void {
  app.action(/^ticket:/, async ({ context }) => {
    const press = readPress(deliveryIn(context))
    const button = TicketButton.safeParse(press.what)
    const value = TicketValue.safeParse(press.value)
    if (!button.success || !value.success) return await answerOutdated(edge, press)
    await act(edge, press, button.data, value.data)
  })
}
