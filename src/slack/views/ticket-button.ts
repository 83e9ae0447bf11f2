import type { Button } from '@slack/types'
import type { Ticket } from '../../desk/ticket.ts'
import type { TicketButton, TicketValue } from '../action.ts'
import { type ButtonLook, button } from './blocks.ts'

/** A button of a ticket; its value says which version it stands on. */
export function ticketButton(ticket: Ticket, what: TicketButton, label: string, look?: ButtonLook): Button {
  const value: TicketValue = { ticket: ticket.number, version: ticket.version }
  return button(`ticket:${what}`, label, JSON.stringify(value), look)
}
