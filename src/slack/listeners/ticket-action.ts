import type { App } from '@slack/bolt'
import { actOnTicket } from '../../application/act-on-ticket.ts'
import { openTicketForm } from '../../application/open-ticket-form.ts'
import { MoreValue, TicketButton, TicketValue } from '../action.ts'
import { deliveryIn } from '../receiver/delivery.ts'
import { deliver } from './deliver.ts'
import type { Edge } from './edge.ts'
import { answerOutdated } from './other-action.ts'
import { type Press, readPress } from './press.ts'
import { whoTries } from './ticket-actor.ts'

async function act(edge: Edge, press: Press, { action, ...value }: MoreValue): Promise<void> {
  const { delivery } = press.turn
  const who = await whoTries(edge, { delivery, user: press.user, ticket: value.ticket, action })
  const click = { ...who, ...value }
  await deliver(edge, press.turn, (tx) => {
    switch (action) {
      case 'release':
      case 'hand':
      case 'ask':
      case 'reply':
      case 'note':
      case 'resolve':
      case 'decline':
      case 'add':
      case 'approve':
      case 'unfreeze':
        return openTicketForm(tx, edge.context, { ...click, form: action })
      case 'claim':
      case 'cancel':
      case 'confirm':
      case 'reopen':
      case 'freeze':
        return actOnTicket(tx, edge.context, { ...click, action: { type: action } })
    }
  })
}

/** What was pressed or chosen; undefined where it stems from an older release. */
function chosenIn({ what, value }: Press): MoreValue | undefined {
  if (what === 'more') return MoreValue.safeParse(value).data
  const button = TicketButton.safeParse(what).data
  const seen = TicketValue.safeParse(value).data
  return button === undefined || seen === undefined ? undefined : { action: button, ...seen }
}

/** Buttons and menus of tickets, the postmasters' and the requester's. */
export function listenToTicketActions(app: App, edge: Edge): void {
  app.action(/^ticket:/, async ({ context }) => {
    const press = readPress(deliveryIn(context))
    const chosen = chosenIn(press)
    if (chosen === undefined) return await answerOutdated(edge, press)
    await act(edge, press, chosen)
  })
}
