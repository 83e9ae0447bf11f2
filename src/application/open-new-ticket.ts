import { alarmsAt, mailboxWindowMs, requesterWindowMs, rivalsOf, wasStopped } from '../desk/alarms.ts'
import { reachedBy } from '../desk/match-mailbox.ts'
import { type OpeningCase, openTicket } from '../desk/open-ticket.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { Context } from './context.ts'
import { PosternError } from './errors.ts'
import type { Tx } from './ports.ts'
import { postNewTicket } from './post-new-ticket.ts'
import { postTicket } from './post-ticket.ts'
import { raiseAlarm } from './raise-alarm.ts'
import { recordOwnWork } from './record-own-work.ts'

/** What each of two tickets says about the other. */
function linked(ticket: Ticket, rival: Ticket): Ticket {
  const { links, alarms } = rival
  return {
    ...rival,
    links: [...new Set([...links, ticket.number])],
    alarms: [...new Set([...alarms, 'asked_by_others' as const])],
  }
}

/** An impostor who asks first must not swallow the owner's request, nor the other way round: both tickets stand, and say so. */
async function linkRivals(
  tx: Tx,
  context: Context,
  ticket: Ticket,
  rivals: readonly Ticket[],
): Promise<void> {
  for (const rival of rivals) {
    const known = linked(ticket, rival)
    if (!(await tx.tickets.amend(known))) throw new PosternError('storage_conflict')
    await postTicket(tx, context, known, 'edit')
    const reason = String(ticket.number)
    await recordOwnWork(tx, rival, { at: ticket.openedAt, action: 'link', reason })
  }
}

/** The ticket with what the others tell about it. */
async function compared(
  tx: Tx,
  context: Context,
  ticket: Ticket,
): Promise<{ readonly ticket: Ticket; readonly rivals: readonly Ticket[] }> {
  const { team, mailbox, requester, openedAt } = ticket
  const reached = reachedBy(mailbox, context.policy.aliasDomains)
  const aboutMailbox = await tx.tickets.ofMailboxes(team, reached, openedAt - mailboxWindowMs)
  const byRequester = await tx.tickets.openedSince(team, openedAt - requesterWindowMs, requester.user)
  const rivals = rivalsOf(ticket, aboutMailbox)
  const alarms = [...alarmsAt(ticket, aboutMailbox, byRequester, openedAt)]
  const privileged = ticket.privileged || wasStopped(aboutMailbox)
  const links = rivals.map(({ number }) => number)
  return { ticket: { ...ticket, alarms, links, privileged }, rivals }
}

/**
 * Opens a ticket: numbered, held against the others about its mailbox and of its requester, put before the postmasters, with an
 * alarm where something is odd. What the requester hears does not depend on any of it.
 */
export async function openNewTicket(
  tx: Tx,
  context: Context,
  opening: Omit<OpeningCase, 'number'>,
): Promise<Ticket> {
  const number = await tx.tickets.nextNumber()
  const now = context.clock.now()
  const { ticket, rivals } = await compared(
    tx,
    context,
    openTicket({ ...opening, number }, context.policy, now),
  )
  const { team, requester, state } = ticket
  await tx.tickets.insert(ticket)
  const line = { team, ticket: number, at: now, user: requester.user, from: '', to: state } as const
  await tx.audit.append({ ...line, action: 'open', decision: 'done', reason: '' })
  await postNewTicket(tx, context, ticket)
  await linkRivals(tx, context, ticket, rivals)
  const alarms = ticket.alarms.filter((kind) => kind !== 'pressure')
  await raiseAlarm(tx, context, { ticket, alarms })
  return ticket
}
