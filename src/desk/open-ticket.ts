import { matchMailbox } from './match-mailbox.ts'
import type { Ticket } from './ticket.ts'

/** What is known when a case is handed over. */
export type OpeningCase = Pick<
  Ticket,
  | 'number'
  | 'team'
  | 'requester'
  | 'mailbox'
  | 'reason'
  | 'title'
  | 'screenText'
  | 'note'
  | 'lockedSince'
  | 'path'
  | 'todo'
>

/** A new ticket, open, at version 1. `now` is ms since epoch; every text must be free of secrets already. */
export function openTicket(opening: OpeningCase, now: number): Ticket {
  return {
    ...opening,
    match: matchMailbox(opening.mailbox, opening.requester.email),
    state: 'open',
    version: 1,
    openedAt: now,
    reopened: 0,
    messages: [],
  }
}
