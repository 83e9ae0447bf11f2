import type { Context } from './context.ts'
import { ticketOf } from './look-up-owner.ts'
import type { Timer, Tx } from './ports.ts'
import { postTicket } from './post-ticket.ts'

/** Something about a ticket has ended by itself, an approval or the cooling-off: its card says so, and waits for the next. */
export async function holdOver(tx: Tx, context: Context, timer: Timer): Promise<void> {
  await tx.timers.cancel(timer.kind, timer.subject)
  const number = ticketOf(timer)
  const ticket = number === undefined ? undefined : await tx.tickets.find(number)
  if (ticket !== undefined) await postTicket(tx, context, ticket, 'edit')
}
