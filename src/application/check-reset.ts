import { followsReset, mailboxWindowMs } from '../desk/alarms.ts'
import { reachedBy } from '../desk/match-mailbox.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { Context } from './context.ts'
import { PosternError } from './errors.ts'
import type { Tx } from './ports.ts'
import { raiseAlarm } from './raise-alarm.ts'

/** A ticket just resolved took a second factor away: where the mailbox had a new password within a day, that is an alarm. The ticket as it stands then. */
export async function checkReset(tx: Tx, context: Context, ticket: Ticket): Promise<Ticket> {
  const now = context.clock.now()
  const { team, mailbox, alarms } = ticket
  if (alarms.includes('second_factor_after_reset')) return ticket
  const reached = reachedBy(mailbox, context.policy.aliasDomains)
  const aboutMailbox = await tx.tickets.ofMailboxes(team, reached, now - mailboxWindowMs)
  if (!followsReset(ticket, aboutMailbox, now)) return ticket
  const odd: Ticket = { ...ticket, alarms: [...alarms, 'second_factor_after_reset'] }
  if (!(await tx.tickets.amend(odd))) throw new PosternError('storage_conflict')
  await raiseAlarm(tx, context, { ticket: odd, alarms: ['second_factor_after_reset'] })
  return odd
}
