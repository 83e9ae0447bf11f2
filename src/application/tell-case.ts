import type { Ticket } from '../desk/ticket.ts'
import type { Tx } from './ports.ts'
import type { TicketNews } from './post.ts'
import type { Reader } from './reader.ts'
import { tellRequester } from './tell-requester.ts'

function state(ticket: Ticket): TicketNews {
  return ticket.state === 'claimed' ? 'claimed' : 'opened'
}

/** Tells the person how their open case stands; false when they have none. */
export async function tellCase(tx: Tx, reader: Reader): Promise<boolean> {
  const [ticket] = await tx.tickets.openOf(reader.team, reader.user)
  if (ticket === undefined) return false
  await tellRequester(tx, ticket, state(ticket))
  return true
}
