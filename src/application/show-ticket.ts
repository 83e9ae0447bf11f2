import type { RefusalReason } from '../desk/action.ts'
import type { Colleague } from './actor-of.ts'
import type { Context } from './context.ts'
import type { Tx } from './ports.ts'
import { postTicket } from './post-ticket.ts'
import { readerOf } from './reader.ts'
import { recordAction } from './record-action.ts'
import type { Reply } from './reply.ts'

/** A ticket chosen from a list. */
interface Wanted extends Colleague {
  readonly ticket: number
}

function whyNot({ person, isPostmaster }: Colleague): RefusalReason | undefined {
  if (!person.isMember) return 'not_member'
  return isPostmaster ? undefined : 'not_postmaster'
}

/** Puts a ticket's card at the bottom of the postmasters' channel, for a postmaster who asks for it; anybody else's try is on record. */
export async function showTicket(tx: Tx, context: Context, input: Wanted): Promise<Reply> {
  const { person } = input
  const { language } = await readerOf(tx, person)
  const ticket = await tx.tickets.find(input.ticket)
  const reason = whyNot(input)
  if (reason !== undefined) {
    if (ticket !== undefined)
      await recordAction(tx, context, { ticket, person, action: 'show', decision: 'refused', reason })
    return { language, whispers: [{ kind: 'refused', reason }] }
  }
  if (ticket === undefined || ticket.team !== person.team) {
    return { language, whispers: [{ kind: 'outdated' }] }
  }
  await postTicket(tx, context, ticket, 'post')
  return { language, whispers: [] }
}
