import type { RefusalReason, TicketActionType } from '../desk/action.ts'
import { type AuditEntry, isBySomebodyInSlack } from '../desk/audit.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { Context } from './context.ts'
import type { Person, Tx } from './ports.ts'
import type { Whisper } from './reply.ts'

/**
 * Writes down who did, or was not let do, what to a ticket: ids only. `ticket` is as it was before; `detail` is the state after
 * what was done, the state that was found where somebody was faster, or the reason of a refusal.
 */
export async function recordAction(
  tx: Tx,
  context: Context,
  what: {
    readonly ticket: Ticket
    readonly person: Person
    readonly action: TicketActionType
    readonly decision: AuditEntry['decision']
    readonly detail: string
  },
): Promise<void> {
  const { ticket, person, action, decision, detail } = what
  await tx.audit.append({
    team: ticket.team,
    ticket: ticket.number,
    at: context.clock.now(),
    user: person.user,
    action,
    decision,
    from: ticket.state,
    to: decision === 'done' ? detail : ticket.state,
    reason: decision === 'refused' ? detail : '',
  })
}

/** What came in the way of an action. */
export type Objection =
  | { readonly kind: 'refused'; readonly reason: RefusalReason | 'not_member' }
  | { readonly kind: 'late'; readonly by?: string; readonly at?: number }

/** Who changed the ticket last, for the case where the ticket itself does not tell: a release leaves no name on it. */
async function fasterOne(tx: Tx, ticket: Ticket): Promise<{ by?: string; at?: number }> {
  const rows = await tx.audit.of(ticket.number)
  const last = rows.filter((row) => row.decision === 'done' && isBySomebodyInSlack(row)).at(-1)
  return last === undefined ? {} : { by: last.user, at: last.at }
}

/** Writes the objection down and puts it into a whisper for the person who acted. */
export async function recordObjection(
  tx: Tx,
  context: Context,
  ticket: Ticket,
  person: Person,
  action: TicketActionType,
  objection: Objection,
): Promise<Whisper> {
  if (objection.kind === 'refused') {
    const { reason } = objection
    await recordAction(tx, context, { ticket, person, action, decision: 'refused', detail: reason })
    return { kind: 'refused', reason }
  }
  const faster =
    objection.by === undefined || objection.at === undefined ? await fasterOne(tx, ticket) : objection
  await recordAction(tx, context, { ticket, person, action, decision: 'late', detail: ticket.state })
  const { by, at } = faster
  const { state } = ticket
  return { kind: 'late', state, ...(by === undefined ? {} : { by }), ...(at === undefined ? {} : { at }) }
}
