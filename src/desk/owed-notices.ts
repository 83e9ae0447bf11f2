import { z } from 'zod'
import { Outcome, type Ticket } from './ticket.ts'

/**
 * Something that a mailbox's owner is told: a case about it was opened, or opened again, or closed: what was done, that it was
 * declined or taken back, or, told late, only that it has been opened again since.
 */
export const OwedNotice = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('opened') }),
  z.strictObject({ of: z.literal('reopened') }),
  z.strictObject({
    of: z.literal('closed'),
    as: z.enum([...Outcome.options, 'declined', 'cancelled', 'open_again']),
  }),
])
export type OwedNotice = z.infer<typeof OwedNotice>

function closing({ state, outcome = 'other' }: Ticket): OwedNotice[] {
  switch (state) {
    case 'open':
    case 'claimed':
    case 'waiting':
      return []
    case 'resolved':
      return [{ of: 'closed', as: outcome }]
    case 'declined':
    case 'cancelled':
      return [{ of: 'closed', as: state }]
  }
}

/**
 * What the owner has not been told yet, oldest first. Openings and closings take turns, and each has one notice, so what the
 * ticket says of itself and the number of its notices tell. Pure.
 */
export function owedNotices(ticket: Ticket): readonly OwedNotice[] {
  const before = Array.from({ length: ticket.reopened }, (): OwedNotice[] => [
    { of: 'closed', as: 'open_again' },
    { of: 'reopened' },
  ])
  const all: OwedNotice[] = [{ of: 'opened' }, ...before.flat(), ...closing(ticket)]
  return all.slice(ticket.notices.length)
}
