import type { RefusalReason, TicketChange } from '../desk/action.ts'
import { type AuditEntry, isBySomebodyInSlack } from '../desk/audit.ts'
import { hears } from '../desk/for-requester.ts'
import { heldUpUntil } from '../desk/held-up.ts'
import type { Ticket, TicketState } from '../desk/ticket.ts'
import type { TicketActionType } from '../desk/ticket-action-type.ts'
import type { Context } from './context.ts'
import { refreshNotices } from './owner-notices.ts'
import type { Person, Tx } from './ports.ts'
import { postTicket } from './post-ticket.ts'
import type { Whisper } from './reply.ts'
import { refreshNews } from './tell-requester.ts'

/**
 * Writes down who did, or was not let do, what to a ticket: ids and codes only. `ticket` is as it was before; `to` is the
 * state that it came to, where it came to another.
 */
export async function recordAction(
  tx: Tx,
  context: Context,
  what: {
    readonly ticket: Ticket
    readonly person: Person
    /** `show`: a card was asked for from a list. */
    readonly action: TicketActionType | 'show'
    readonly decision: AuditEntry['decision']
    readonly to?: TicketState
    readonly reason?: string | undefined
  },
): Promise<void> {
  const { ticket, person, action, decision, to = ticket.state, reason = '' } = what
  await tx.audit.append({
    team: ticket.team,
    ticket: ticket.number,
    at: context.clock.now(),
    user: person.user,
    action,
    decision,
    from: ticket.state,
    to,
    reason,
  })
}

/** The one code that belongs to an action that was done. */
function codeOf(
  { identityCheck, declineReason, lastMove, approvals, unfrozen }: Ticket,
  action: TicketActionType,
): string | undefined {
  const codes: Partial<Record<TicketActionType, string | undefined>> = {
    resolve: identityCheck,
    decline: declineReason,
    hand: lastMove?.to,
    approve: approvals.at(-1)?.identityCheck,
    unfreeze: unfrozen?.identityCheck,
  }
  return codes[action]
}

/** Writes down an action that was done: the state it led to, and the one code that belongs to it. */
export async function recordDone(
  tx: Tx,
  context: Context,
  change: { readonly before: Ticket; readonly after: Ticket },
  person: Person,
  action: TicketActionType,
): Promise<void> {
  const { before, after } = change
  const reason = codeOf(after, action)
  await recordAction(tx, context, {
    ticket: before,
    person,
    action,
    decision: 'done',
    to: after.state,
    reason,
  })
}

/** What came in the way of an action. */
type Objection = Exclude<TicketChange, { kind: 'changed' }>
type Late = Extract<Objection, { kind: 'late' }>

/** Who changed the ticket last, for the case where the ticket itself does not tell, as those of older releases. */
async function fasterOne(tx: Tx, ticket: Ticket): Promise<{ by?: string; at?: number }> {
  const rows = await tx.audit.of(ticket.number)
  const last = rows.filter((row) => row.decision === 'done' && isBySomebodyInSlack(row)).at(-1)
  return last === undefined ? {} : { by: last.user, at: last.at }
}

/** That the case is with the postmasters, and nothing of what they or the owner did. */
function neutral(ticket: Ticket): Whisper {
  return ticket.onBehalfOf ? { kind: 'received' } : { kind: 'in_hand' }
}

/** Whoever asked must not learn that the case was stopped, for it may be them it was stopped against; unless they did it. */
function ofStopped(ticket: Ticket): Whisper {
  const isTheirs = ticket.frozen?.by === ticket.requester.user
  return isTheirs ? { kind: 'stopped_by_you' } : neutral(ticket)
}

/**
 * The owner hears that it is stopped already, not what postmasters did since; the requester of nothing that stays inside, and of
 * a report nothing but that it was received.
 */
function lateFor(person: Person, ticket: Ticket, action: TicketActionType, late: Late): Whisper {
  if (action === 'freeze' && person.user !== ticket.requester.user) return { kind: 'stopped' }
  if (person.user !== ticket.requester.user) return late
  if (ticket.frozen !== undefined) return ofStopped(ticket)
  if (ticket.onBehalfOf) return neutral(ticket)
  return late.action === undefined || hears(ticket, late.action) ? late : { kind: 'late' }
}

/** Of a report its requester may not even say that it worked: that would tell that something was done. */
function refusalFor(person: Person, ticket: Ticket, reason: RefusalReason, now: number): Whisper {
  if (reason === 'report_only') return neutral(ticket)
  if (reason === 'frozen' && person.user === ticket.requester.user) return ofStopped(ticket)
  const until = heldUpUntil(ticket, reason, person.user, now)
  return { kind: 'refused', reason, ...(until === undefined ? {} : { until }) }
}

/** What was pressed stood on something of the past: whoever pressed it is shown how it is now. */
async function redraw(
  tx: Tx,
  context: Context,
  ticket: Ticket,
  person: Person,
  action: TicketActionType,
): Promise<void> {
  if (action === 'freeze') await refreshNotices(tx, ticket)
  else if (person.user === ticket.requester.user) await refreshNews(tx, ticket)
  else await postTicket(tx, context, ticket, 'edit')
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
    await recordAction(tx, context, { ticket, person, action, decision: 'refused', reason })
    return refusalFor(person, ticket, reason, context.clock.now())
  }
  const known = objection.by !== undefined && objection.at !== undefined
  const late = known ? objection : { ...objection, ...(await fasterOne(tx, ticket)) }
  await recordAction(tx, context, { ticket, person, action, decision: 'late' })
  await redraw(tx, context, ticket, person, action)
  return lateFor(person, ticket, action, late)
}
