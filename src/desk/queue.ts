import { z } from 'zod'
import type { Ticket } from './ticket.ts'

/** A ticket in a list: who asks, for which mailbox and what they wrote stay on its card. */
export const QueueRow = z.strictObject({
  number: z.int(),
  reason: z.string(),
  openedAt: z.int(),
  claimedBy: z.string().optional(),
})
export type QueueRow = z.infer<typeof QueueRow>

/** The oldest, and how many more there are. */
const QueuePart = z.strictObject({ rows: z.array(QueueRow), more: z.int().min(0) })
type QueuePart = z.infer<typeof QueuePart>

/** What is to be done, as one postmaster sees it, at `asOf` (ms since epoch). Each ticket is in one part. */
export const Queue = z.strictObject({
  asOf: z.int(),
  /** That their owner stopped, in whatever state. */
  stopped: QueuePart,
  /** That nobody has. */
  open: QueuePart,
  /** That they have, and are to move. */
  mine: QueuePart,
  /** That wait for an answer of their requester, whoever has them. */
  waiting: QueuePart,
  /** That colleagues have. */
  others: QueuePart,
})
export type Queue = z.infer<typeof Queue>

/** So many of a part are shown. */
const shown = 10

function rowOf({ number, reason, openedAt, claimedBy }: Ticket): QueueRow {
  return { number, reason, openedAt, ...(claimedBy === undefined ? {} : { claimedBy }) }
}

function partOf(tickets: readonly Ticket[]): QueuePart {
  const oldestFirst = [...tickets].sort((a, b) => a.openedAt - b.openedAt || a.number - b.number)
  return {
    rows: oldestFirst.slice(0, shown).map(rowOf),
    more: Math.max(0, oldestFirst.length - shown),
  }
}

/** The queue of `user` at `now`, from all tickets that are open, claimed, waiting or stopped. Pure; never throws. */
export function queueOf(live: readonly Ticket[], user: string, now: number): Queue {
  const going = live.filter(({ frozen }) => frozen === undefined)
  const claimed = going.filter(({ state }) => state === 'claimed')
  return {
    asOf: now,
    stopped: partOf(live.filter(({ frozen }) => frozen !== undefined)),
    open: partOf(going.filter(({ state }) => state === 'open')),
    mine: partOf(claimed.filter(({ claimedBy }) => claimedBy === user)),
    waiting: partOf(going.filter(({ state }) => state === 'waiting')),
    others: partOf(claimed.filter(({ claimedBy }) => claimedBy !== user)),
  }
}
