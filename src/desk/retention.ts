import { type Ticket, TicketState } from './ticket.ts'

/** How long each kind of record is kept, in ms: after a ticket's close, a session's end, a chain's last line. */
export interface RetentionLimits {
  readonly textMs: number
  readonly ticketMs: number
  readonly sessionMs: number
  readonly auditMs: number
}

const closed = {
  open: false,
  claimed: false,
  waiting: false,
  resolved: true,
  declined: true,
  cancelled: true,
} as const satisfies Record<TicketState, boolean>

/** In these nobody works on a ticket any more. */
export const closedStates: readonly TicketState[] = TicketState.options.filter((state) => closed[state])

function isClosed(ticket: Ticket): boolean {
  return closed[ticket.state]
}

/** Stands where an address stood: Slack shows no empty text. */
const noMailbox = '—'

const noText = { screenText: '', note: '', messages: [], notes: [] } as const satisfies Partial<Ticket>

/** The ticket without what anybody wrote; who, when and how it went stay. */
export function withoutText(ticket: Ticket): Ticket {
  return { ...ticket, ...noText }
}

export function hasText(ticket: Ticket): boolean {
  return ticket.screenText !== '' || ticket.note !== '' || ticket.messages.length + ticket.notes.length > 0
}

/** Whether `user` stands anywhere in the ticket. */
export function names(ticket: Ticket, user: string): boolean {
  const { requester, owner, second, claimedBy, resolvedBy, declinedBy, closedBefore, lastMove } = ticket
  const acted = [claimedBy, resolvedBy, declinedBy, closedBefore?.by, lastMove?.user, lastMove?.to]
  const stopped = [ticket.frozen?.by, ticket.unfrozen?.by]
  const wrote = [...ticket.messages, ...ticket.notes, ...ticket.approvals].map((each) => each.user)
  return [requester.user, owner, second, ...acted, ...stopped, ...wrote].includes(user)
}

/**
 * The ticket without the person. Of their own case the id stays and how it went, no name, address or text; one that was still
 * open or stopped ends here, for there is nobody left to help. Of somebody else's case what they wrote goes, and, once it is
 * closed, the mailbox where that is theirs.
 */
export function withoutPerson(ticket: Ticket, user: string): Ticket {
  const { requester, messages, notes, owner, mailbox } = ticket
  if (requester.user !== user) {
    const ofOthers = (each: { readonly user: string }): boolean => each.user !== user
    const isTheirs = owner === user && isClosed(ticket)
    return {
      ...ticket,
      messages: messages.filter(ofOthers),
      notes: notes.filter(ofOthers),
      mailbox: isTheirs ? noMailbox : mailbox,
    }
  }
  const { frozen: _frozen, ...rest } = withoutText(ticket)
  return {
    ...rest,
    requester: { user, name: '', language: requester.language },
    mailbox: noMailbox,
    match: 'unknown',
    state: isClosed(ticket) ? ticket.state : 'cancelled',
  }
}
