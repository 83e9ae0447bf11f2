import { normaliseMailbox } from './normalise-mailbox.ts'
import type { MailboxMatch } from './ticket.ts'

/** Whether two addresses are the same mailbox, however they are spelt. */
export function sameMailbox(one: string, other: string): boolean {
  return normaliseMailbox(one) === normaliseMailbox(other)
}

/**
 * The mailboxes that belong to whoever has this address: itself and, where its domain is one of `aliasDomains` (normalised;
 * all of them the company's own), the same name in each of them. None where no address is known.
 */
export function addressesOf(email: string | undefined, aliasDomains: readonly string[]): readonly string[] {
  const own = normaliseMailbox(email ?? '')
  const at = own.lastIndexOf('@')
  if (at < 1) return []
  if (!aliasDomains.includes(own.slice(at + 1))) return [own]
  return [...new Set([own, ...aliasDomains.map((domain) => `${own.slice(0, at)}@${domain}`)])]
}

/**
 * The mailboxes that a request about `mailbox` may reach: itself, the one without a `+tag`, which many mail systems drop, and
 * the like of both in the company's other domains; normalised. For what must not be got round by another spelling.
 */
export function reachedBy(mailbox: string, aliasDomains: readonly string[]): readonly string[] {
  const asked = normaliseMailbox(mailbox)
  const untagged = asked.replace(/(?<=.)\+[^@]*(?=@)/, '')
  return [...new Set([asked, untagged].flatMap((each) => addressesOf(each, aliasDomains)))]
}

/** The mailbox asked for, held against the address in the requester's Slack profile. */
export function matchMailbox(
  mailbox: string,
  email: string | undefined,
  aliasDomains: readonly string[],
): MailboxMatch {
  const addresses = addressesOf(email, aliasDomains)
  if (addresses.length === 0) return 'unknown'
  const asked = normaliseMailbox(mailbox)
  if (addresses[0] === asked) return 'same'
  return addresses.includes(asked) ? 'alias' : 'different'
}
