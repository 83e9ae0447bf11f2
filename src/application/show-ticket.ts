import type { Colleague } from './actor-of.ts'
import type { Context } from './context.ts'
import type { Tx } from './ports.ts'
import { postTicket } from './post-ticket.ts'
import { readerOf } from './reader.ts'
import type { Reply } from './reply.ts'

/** A ticket chosen from a list. */
interface Wanted extends Colleague {
  readonly ticket: number
}

/** Puts a ticket's card at the bottom of the postmasters' channel, for a postmaster who asks for it. */
export async function showTicket(tx: Tx, context: Context, input: Wanted): Promise<Reply> {
  const { person, isPostmaster } = input
  const { language } = await readerOf(tx, person)
  if (!person.isMember) return { language, whispers: [{ kind: 'refused', reason: 'not_member' }] }
  if (!isPostmaster) return { language, whispers: [{ kind: 'refused', reason: 'not_postmaster' }] }
  const ticket = await tx.tickets.find(input.ticket)
  if (ticket === undefined || ticket.team !== person.team) {
    return { language, whispers: [{ kind: 'outdated' }] }
  }
  await postTicket(tx, context, ticket, 'post')
  return { language, whispers: [] }
}
