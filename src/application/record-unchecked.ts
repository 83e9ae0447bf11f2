import type { TicketActionType } from '../desk/ticket-action-type.ts'
import type { Context } from './context.ts'
import type { Tx } from './ports.ts'

/** Somebody's try at a ticket while nobody could say who they are: refused, and written down all the same. */
export async function recordUnchecked(
  tx: Tx,
  context: Context,
  what: { readonly user: string; readonly ticket: number; readonly action: TicketActionType },
): Promise<void> {
  const { user, action } = what
  const ticket = await tx.tickets.find(what.ticket)
  if (ticket === undefined) return
  const { team, number, state } = ticket
  await tx.audit.append({
    team,
    ticket: number,
    at: context.clock.now(),
    user,
    action,
    decision: 'refused',
    from: state,
    to: state,
    reason: 'not_checked',
  })
}
