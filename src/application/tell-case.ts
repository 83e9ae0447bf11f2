import type { Ticket } from '../desk/ticket.ts'
import type { Context } from './context.ts'
import { currentCase } from './current-case.ts'
import type { Tx } from './ports.ts'
import type { TicketNews } from './post.ts'
import type { Reader } from './reader.ts'
import { tellRequester } from './tell-requester.ts'

/** The news that says where a ticket stands. */
function newsOf(ticket: Ticket): TicketNews {
  switch (ticket.state) {
    case 'open':
      return ticket.onBehalfOf ? 'received' : 'opened'
    case 'claimed':
    case 'resolved':
    case 'declined':
    case 'cancelled':
      return ticket.state
    case 'waiting':
      return 'asked'
  }
}

/** The question that a waiting ticket waits on. */
function questionOf(ticket: Ticket): string | undefined {
  if (ticket.state !== 'waiting') return undefined
  return ticket.messages.findLast(({ from }) => from === 'postmaster')?.text
}

/** Tells the requester where a ticket of theirs stands. */
export async function tellStanding(tx: Tx, context: Context, ticket: Ticket): Promise<void> {
  await tellRequester(tx, context, ticket, newsOf(ticket), questionOf(ticket))
}

/** Tells the person how their case stands; false when they have none. */
export async function tellCase(tx: Tx, context: Context, reader: Reader): Promise<boolean> {
  const ticket = await currentCase(tx, reader)
  if (ticket === undefined) return false
  await tellStanding(tx, context, ticket)
  return true
}
