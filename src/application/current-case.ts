import { forRequester } from '../desk/for-requester.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { Tx } from './ports.ts'
import type { Reader } from './reader.ts'

/** Of a report nobody is told that it is closed; and a case that is marked as solved waits for their word. */
function isStillTheirs(ticket: Ticket): boolean {
  if (ticket.onBehalfOf) return ticket.state !== 'cancelled'
  return ticket.state === 'resolved' && ticket.confirmedAt === undefined
}

/** The case a person is waiting on, as they may see it: their newest open one, or one marked as solved while they have not said that they are in. */
export async function currentCase(tx: Tx, { team, user }: Reader): Promise<Ticket | undefined> {
  const [open] = await tx.tickets.openOf(team, user)
  if (open !== undefined) return forRequester(open)
  const newest = await tx.tickets.newestOf(team, user)
  return newest !== undefined && isStillTheirs(newest) ? forRequester(newest) : undefined
}
