import type { Approval, Ticket } from './ticket.ts'

/** So long an approval counts. Google Workspace lets such requests expire as well; half an hour is enough to do the work. */
export const approvalMinutes = 30
const approvalMs = approvalMinutes * 60_000

/** The approvals that still count at `now` (ms since epoch), one a person. */
export function freshApprovals(ticket: Ticket, now: number): readonly Approval[] {
  return ticket.approvals.filter(({ at }) => now - at < approvalMs)
}

/** Whether the two that a resolve by `user` needs are there: their own, for they made the check, and one of somebody else. */
export function isApproved(ticket: Ticket, user: string, now: number): boolean {
  const approvers = new Set(freshApprovals(ticket, now).map((each) => each.user))
  return approvers.has(user) && approvers.size >= 2
}

/** Until when (ms since epoch) an approval counts. */
export function approvedUntil({ at }: Approval): number {
  return at + approvalMs
}

/** Whose approval has still to come before whoever has the ticket can resolve it, at `now` (ms since epoch). */
export type Missing = 'both' | 'claimer' | 'another'

/** What a ticket that takes two postmasters still lacks; undefined: nothing, or it does not take two. */
export function missingApproval(ticket: Ticket, now: number): Missing | undefined {
  const { privileged, claimedBy } = ticket
  if (!privileged || (claimedBy !== undefined && isApproved(ticket, claimedBy, now))) return undefined
  const fresh = freshApprovals(ticket, now)
  if (fresh.length === 0) return 'both'
  return fresh.some(({ user }) => user === claimedBy) ? 'another' : 'claimer'
}

/** Until when (ms since epoch) the approvals that are there let whoever has the ticket resolve it: their own and the longest of another. */
export function resolvableUntil({ approvals, claimedBy }: Ticket): number | undefined {
  const ends = (isTheirs: boolean): number =>
    Math.max(...approvals.filter(({ user }) => (user === claimedBy) === isTheirs).map(approvedUntil))
  const end = Math.min(ends(true), ends(false))
  return Number.isFinite(end) ? end : undefined
}
