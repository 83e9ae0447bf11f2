import type { Ticket } from './ticket.ts'
import type { WorkingHours } from './working-hours.ts'
import { isWorking, workingTimeAfter } from './working-time.ts'

/** Nobody has it; or somebody has, and nothing moves. */
type ReminderReason = 'unclaimed' | 'silent'

/** A ticket of which the postmasters are to be reminded now. */
export interface DueReminder {
  readonly ticket: Ticket
  readonly reason: ReminderReason
  /** Since when nothing has happened, ms since epoch. */
  readonly since: number
  /** The first time since nobody has it; only then all of them are called. */
  readonly isFirst: boolean
}

const minuteMs = 60_000
/** How long a ticket may rest, and how long until it is said again; in working time. */
const restMs = { unclaimed: 10 * minuteMs, silent: 120 * minuteMs } as const satisfies Record<
  ReminderReason,
  number
>
const againMs = 60 * minuteMs
/** A flood of tickets must not become one of calls. */
const apartMs = 5 * minuteMs

/** Somebody else may be in the mailbox, or its owner said that this was not them: that waits for no working hours. */
function isUrgent({ reason, frozen }: Pick<Ticket, 'reason' | 'frozen'>): boolean {
  return reason === 'compromised' || frozen !== undefined
}

/** Whether it rests, and why. What waits for its requester does not; what its owner stopped rests even where it is closed. */
function resting({ state, frozen }: Ticket): ReminderReason | undefined {
  switch (state) {
    case 'open':
      return 'unclaimed'
    case 'claimed':
      return 'silent'
    case 'waiting':
      return frozen === undefined ? undefined : 'silent'
    case 'resolved':
    case 'declined':
    case 'cancelled':
      return frozen === undefined ? undefined : 'unclaimed'
  }
}

/** Since when it rests. Words of a requester whom nobody looks after do not put the reminder off. */
function restingSince({ lastMove, openedAt }: Ticket, reason: ReminderReason): number {
  if (lastMove === undefined) return openedAt
  return reason === 'unclaimed' && lastMove.action === 'add' ? openedAt : lastMove.at
}

/** Nobody looks at the channel outside working hours: what is urgent calls them at once. */
function restOf(
  ticket: Ticket,
  reason: ReminderReason,
  since: number,
  hours: WorkingHours | undefined,
): number {
  const isCall = reason === 'unclaimed' && isUrgent(ticket) && !isWorking(hours, since)
  return isCall ? 0 : restMs[reason]
}

interface Watch {
  readonly reason: ReminderReason
  readonly since: number
  readonly isFirst: boolean
  readonly dueAt: number | undefined
}

/** What postmasters write on a ticket that nobody has is no new beginning. */
const saysOnly: ReadonlySet<string> = new Set(['note', 'reply', 'add'])

function watch(ticket: Ticket, hours: WorkingHours | undefined): Watch | undefined {
  const reason = resting(ticket)
  if (reason === undefined) return undefined
  const since = restingSince(ticket, reason)
  const { reminded, lastMove } = ticket
  const isNew = reminded === undefined || reminded.at < since
  const isFirst = reminded === undefined || (isNew && !saysOnly.has(lastMove?.action ?? 'add'))
  const [from, ms] = isNew ? [since, restOf(ticket, reason, since, hours)] : [reminded.at, againMs]
  return { reason, since, isFirst, dueAt: workingTimeAfter(isUrgent(ticket) ? undefined : hours, from, ms) }
}

/**
 * The tickets of which postmasters are to be reminded at `now` (ms since epoch): those that nobody has 10 minutes after their
 * last move, and those that somebody has 2 hours after it; each again after an hour. All in working time, except what is
 * urgent: that runs over all hours, comes at once where nobody is at work, and comes first. Pure; never throws.
 */
export function dueReminders(
  live: readonly Ticket[],
  hours: WorkingHours | undefined,
  now: number,
): DueReminder[] {
  const due = live.flatMap((ticket) => {
    const watched = watch(ticket, hours)
    if (watched?.dueAt === undefined || watched.dueAt > now) return []
    const { reason, since, isFirst } = watched
    return [{ ticket, reason, since, isFirst }]
  })
  return due.sort((a, b) => Number(isUrgent(b.ticket)) - Number(isUrgent(a.ticket)))
}

/**
 * When postmasters are to be reminded next, ms since epoch; may be past. Tickets that come one soon after another share a
 * reminder: what is not urgent waits until 5 minutes after the last one. Undefined where none is due within a year. Pure;
 * never throws.
 */
export function nextReminderAt(live: readonly Ticket[], hours: WorkingHours | undefined): number | undefined {
  const lastAt = Math.max(...live.map((ticket) => ticket.reminded?.at ?? 0), 0)
  const times = live.flatMap((ticket) => {
    const dueAt = watch(ticket, hours)?.dueAt
    if (dueAt === undefined) return []
    return isUrgent(ticket) ? dueAt : Math.max(dueAt, lastAt === 0 ? dueAt : lastAt + apartMs)
  })
  return times.length === 0 ? undefined : Math.min(...times)
}

/** The ticket once its postmasters were reminded of it at `now`; its version stays. */
export function reminded(ticket: Ticket, now: number): Ticket {
  return { ...ticket, reminded: { at: now, count: (ticket.reminded?.count ?? 0) + 1 } }
}
