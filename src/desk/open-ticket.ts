import { matchMailbox } from './match-mailbox.ts'
import type { Ticket } from './ticket.ts'

/** What is known when a case is handed over. `onBehalfOf` is what the requester says. */
export type OpeningCase = Pick<
  Ticket,
  | 'number'
  | 'team'
  | 'requester'
  | 'mailbox'
  | 'onBehalfOf'
  | 'owner'
  | 'reason'
  | 'title'
  | 'screenText'
  | 'note'
  | 'lockedSince'
  | 'path'
  | 'todo'
>

/**
 * A new ticket, open, at version 1. `now` is ms since epoch; every text must be free of secrets already; `aliasDomains` are
 * normalised. Where the mailbox is not surely the requester's own it is a report on behalf of its owner, whatever they say.
 */
export function openTicket(opening: OpeningCase, aliasDomains: readonly string[], now: number): Ticket {
  const match = matchMailbox(opening.mailbox, opening.requester.email, aliasDomains)
  return {
    ...opening,
    match,
    onBehalfOf: opening.onBehalfOf || match === 'different' || match === 'unknown',
    state: 'open',
    version: 1,
    openedAt: now,
    reopened: 0,
    messages: [],
    notes: [],
  }
}
