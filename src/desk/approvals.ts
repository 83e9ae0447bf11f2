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
