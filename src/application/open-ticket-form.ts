import { mayAct } from '../desk/act.ts'
import type { Context } from './context.ts'
import type { Person, Tx } from './ports.ts'
import { readerOf } from './reader.ts'
import { type Objection, recordObjection } from './record-action.ts'
import { refuseStranger } from './refuse-stranger.ts'
import type { Reply } from './reply.ts'

/** A button that opens a form about a ticket. */
interface FormClick {
  readonly person: Person
  /** As looked up for this click. */
  readonly isPostmaster: boolean
  readonly ticket: number
  readonly version: number
  readonly form: 'reply' | 'resolve' | 'add'
}

/** Opens the form if its action could be taken now; it is authorised once more when it is sent. */
export async function openTicketForm(tx: Tx, context: Context, input: FormClick): Promise<Reply> {
  const { person, isPostmaster, version, form } = input
  const ticket = await tx.tickets.find(input.ticket)
  if (ticket === undefined && !person.isMember) return refuseStranger(person)
  const { language } = await readerOf(tx, person)
  if (ticket === undefined) return { language, whispers: [{ kind: 'outdated' }] }
  const { team, user } = person
  const objection: Objection | undefined = person.isMember
    ? mayAct(ticket, version, form, { team, user, isPostmaster })
    : { kind: 'refused', reason: 'not_member' }
  if (objection !== undefined) {
    return { language, whispers: [await recordObjection(tx, context, ticket, person, form, objection)] }
  }
  return { language, whispers: [], modal: { kind: form, ticket: ticket.number, version: ticket.version } }
}
