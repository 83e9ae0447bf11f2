import type { Ticket } from '../desk/ticket.ts'
import type { Tx } from './ports.ts'
import type { Reader } from './reader.ts'

/** The case a person is waiting on: their newest open one, or one marked as solved while they have not said that they are in. */
export async function currentCase(tx: Tx, { team, user }: Reader): Promise<Ticket | undefined> {
  const [open] = await tx.tickets.openOf(team, user)
  if (open !== undefined) return open
  const newest = await tx.tickets.newestOf(team, user)
  const unconfirmed = newest?.state === 'resolved' && newest.confirmedAt === undefined
  return unconfirmed ? newest : undefined
}
