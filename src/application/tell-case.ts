import type { TicketState } from '../desk/ticket.ts'
import { currentCase } from './current-case.ts'
import type { Tx } from './ports.ts'
import type { TicketNews } from './post.ts'
import type { Reader } from './reader.ts'
import { tellRequester } from './tell-requester.ts'

const news = {
  open: 'opened',
  claimed: 'claimed',
  resolved: 'resolved',
  cancelled: 'cancelled',
} as const satisfies Record<TicketState, TicketNews>

/** Tells the person how their case stands; false when they have none. */
export async function tellCase(tx: Tx, reader: Reader): Promise<boolean> {
  const ticket = await currentCase(tx, reader)
  if (ticket === undefined) return false
  await tellRequester(tx, ticket, news[ticket.state])
  return true
}
