import type { Ticket } from './ticket.ts'

/**
 * The ticket as the mailbox's owner, or whoever hears for them, may see it: who asks, for which mailbox, for what in general,
 * and whether it was stopped. Nothing that anybody wrote, no address or name of the requester, nothing of the postmasters' own.
 */
export function forOwner(ticket: Ticket): Ticket {
  const { number, team, requester, mailbox, reason, title, version, openedAt, frozen, unfrozen } = ticket
  return {
    number,
    team,
    requester: { user: requester.user, name: '', language: requester.language },
    mailbox,
    reason,
    title,
    version,
    openedAt,
    ...(frozen !== undefined && { frozen }),
    ...(unfrozen !== undefined && { unfrozen }),
    match: 'unknown',
    onBehalfOf: false,
    notices: [],
    emailTrust: 'unverified',
    privileged: false,
    approvals: [],
    alarms: [],
    links: [],
    screenText: '',
    note: '',
    lockedSince: 'today',
    path: [],
    todo: { steps: [] },
    state: 'open',
    reopened: 0,
    messages: [],
    notes: [],
  }
}
