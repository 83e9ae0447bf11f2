import type { Button, Overflow } from '@slack/types'
import { limits } from '../../block-kit/limits.ts'
import type { Ticket } from '../../desk/ticket.ts'
import type { MoreValue, TicketButton, TicketValue } from '../action.ts'
import { type ButtonLook, button, plainText } from './blocks.ts'

/** A button of a ticket; its value says which version it stands on. */
export function ticketButton(ticket: Ticket, what: TicketButton, label: string, look?: ButtonLook): Button {
  const value: TicketValue = { ticket: ticket.number, version: ticket.version }
  return button(`ticket:${what}`, label, JSON.stringify(value), look)
}

/** The rest of what can be done with a ticket, as a menu. */
export function ticketMenu(
  { number: ticket, version }: Ticket,
  choices: readonly (readonly [TicketButton, string])[],
): Overflow {
  return {
    type: 'overflow',
    action_id: 'ticket:more',
    options: choices.map(([action, label]) => {
      const value: MoreValue = { action, ticket, version }
      return { text: plainText(label, limits.option.text), value: JSON.stringify(value) }
    }),
  }
}
