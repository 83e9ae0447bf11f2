import { z } from 'zod'
import type { Ticket } from './ticket.ts'
import type { WorkingHours } from './working-hours.ts'
import { isWorking, nextOpening } from './working-time.ts'

/** What a requester is told where no postmaster is at work. Times are ms since epoch. */
export const Absence = z.discriminatedUnion('kind', [
  /** Told at `since`; `until` is missing where that is more than a year ahead. */
  z.strictObject({ kind: z.literal('away'), since: z.int(), until: z.int().optional() }),
  /** They are called all the same: somebody else may be in the mailbox. */
  z.strictObject({ kind: z.literal('alerted') }),
])
export type Absence = z.infer<typeof Absence>

/** Whether a ticket that waits for a postmaster waits for their return as well, at `now`; nothing while they are at work. Pure. */
export function absence(
  { state, reason }: Pick<Ticket, 'state' | 'reason'>,
  hours: WorkingHours | undefined,
  now: number,
): Absence | undefined {
  if (state !== 'open' || isWorking(hours, now)) return undefined
  if (reason === 'compromised') return { kind: 'alerted' }
  const until = nextOpening(hours, now)
  return { kind: 'away', since: now, ...(until !== undefined && { until }) }
}
