import { z } from 'zod'
import type { WorkingHours } from './working-hours.ts'

/** Whether addresses in Slack come from the company's sign-in, or may have been typed by the members themselves. */
export const EmailTrust = z.enum(['sso', 'unverified'])
export type EmailTrust = z.infer<typeof EmailTrust>

/** What the company settled about its mailboxes and their owners. */
export interface DeskPolicy {
  /** The company's own mail domains, normalised, in which the same name is the same person's; none: not told. */
  readonly aliasDomains: readonly string[]
  /** Mailboxes that need two postmasters: addresses in which `*` stands for anything, normalised. */
  readonly privilegedMailboxes: readonly string[]
  readonly emailTrust: EmailTrust
  /** How many tickets one person may open within a day. */
  readonly requestsPerDay: number
  /** When postmasters are there; missing: always, and nobody is promised anything. */
  readonly workingHours?: WorkingHours
}
