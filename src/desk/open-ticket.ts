import { matchMailbox, reachedBy } from './match-mailbox.ts'
import type { DeskPolicy } from './policy.ts'
import { isPrivileged } from './privileged.ts'
import type { MailboxMatch, Requester, Ticket } from './ticket.ts'

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

/** Whether it is not surely the requester's own mailbox: an address that Slack has not confirmed, and no sign-in manages, tells nothing. */
function isUnsure(match: MailboxMatch, requester: Requester, { emailTrust }: DeskPolicy): boolean {
  if (match === 'different' || match === 'unknown') return true
  return emailTrust === 'unverified' && requester.emailConfirmed === false
}

/**
 * A new ticket, open, at version 1. `now` is ms since epoch; every text must be free of secrets already. Where the mailbox
 * is not surely the requester's own it is a report on behalf of its owner, whatever they say.
 */
export function openTicket(opening: OpeningCase, policy: DeskPolicy, now: number): Ticket {
  const { mailbox, requester } = opening
  const reached = reachedBy(mailbox, policy.aliasDomains)
  const match = matchMailbox(mailbox, requester.email, policy.aliasDomains)
  return {
    ...opening,
    match,
    emailTrust: policy.emailTrust,
    privileged: reached.some((each) => isPrivileged(each, policy.privilegedMailboxes)),
    onBehalfOf: opening.onBehalfOf || isUnsure(match, requester, policy),
    state: 'open',
    version: 1,
    openedAt: now,
    reopened: 0,
    messages: [],
    notes: [],
    approvals: [],
    links: [],
    alarms: [],
    notices: [],
  }
}
