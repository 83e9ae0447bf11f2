import { mayAct } from '../desk/act.ts'
import { actorOf, type Colleague } from './actor-of.ts'
import type { Context } from './context.ts'
import type { Tx } from './ports.ts'
import { readerOf } from './reader.ts'
import { recordObjection } from './record-action.ts'
import { refuseStranger } from './refuse-stranger.ts'
import type { Reply, TicketForm } from './reply.ts'

/** A button that opens a form about a ticket. */
interface FormClick extends Colleague {
  readonly ticket: number
  readonly version: number
  readonly form: TicketForm
}

/** Opens the form if its action could be taken now; it is authorised once more when it is sent. */
export async function openTicketForm(tx: Tx, context: Context, input: FormClick): Promise<Reply> {
  const { person, version, form } = input
  const ticket = await tx.tickets.find(input.ticket)
  if (ticket === undefined && !person.isMember) return refuseStranger(person)
  const { language } = await readerOf(tx, person)
  if (ticket === undefined) return { language, whispers: [{ kind: 'outdated' }] }
  const objection = mayAct(ticket, version, form, actorOf(input, context), context.clock.now())
  if (objection !== undefined) {
    return { language, whispers: [await recordObjection(tx, context, ticket, person, form, objection)] }
  }
  const { number, version: current, onBehalfOf } = ticket
  const modal = { kind: form, ticket: number, version: current } as const
  return { language, whispers: [], modal: onBehalfOf ? { ...modal, report: true } : modal }
}
