import type { MailboxMatch } from './ticket.ts'

/** Two addresses are the same mailbox when they differ only in case and surrounding space. */
export function sameMailbox(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

/** The mailbox asked for, held against the address in the requester's Slack profile. */
export function matchMailbox(mailbox: string, email: string | undefined): MailboxMatch {
  if (email === undefined || email.trim() === '') return 'unknown'
  return sameMailbox(mailbox, email) ? 'same' : 'different'
}
