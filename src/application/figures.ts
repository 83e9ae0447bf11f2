import type { FlowId } from '../guide/guide.ts'
import type { Session } from '../guide/session.ts'
import type { Course, HeardMessage } from './ports.ts'

/** How many of how many. */
export interface Share {
  readonly part: number
  readonly of: number
}

/** How long something took, in ms; nothing of it is known where `count` is 0. */
export interface Durations {
  readonly count: number
  readonly median: number
  readonly p90: number
}

/** What a period was counted from. */
interface Counted {
  /** Walks that ended in it. */
  readonly walks: readonly Session[]
  /** Tickets opened in it. */
  readonly courses: readonly Course[]
  /** Messages heard in it, by what was made of them. */
  readonly heard: ReadonlyMap<HeardMessage['decision'], number>
}

/** How self-service and the desk did. Most frequent first in each list. */
export interface Figures {
  readonly selfService: Share
  /** By the flow in which the walk ended; undefined: on the menu. */
  readonly byPath: readonly { readonly flow: FlowId | undefined; readonly share: Share }[]
  readonly toClaim: Durations
  readonly toClose: Durations
  readonly tickets: number
  readonly deadEnds: readonly { readonly reason: string; readonly count: number }[]
  readonly outOfScope: Share
}

/** Of fewer nothing is said: one more or less would turn the figure over. */
const fewest = 5

export function isEnough(count: number): boolean {
  return count >= fewest
}

interface Outcome {
  readonly flow: FlowId | undefined
  readonly helped: boolean
}

/** A walk that somebody stopped tells nothing; one that ended well and did not help after all was no self-service. */
function outcomeOf({ screen }: Session): Outcome[] {
  if (screen.kind !== 'ended' || screen.how === 'cancelled') return []
  return [{ flow: screen.place?.flow, helped: screen.how === 'solved' && screen.helped !== false }]
}

function shareOf(outcomes: readonly Outcome[]): Share {
  return { part: outcomes.filter(({ helped }) => helped).length, of: outcomes.length }
}

function grouped<T, K>(items: readonly T[], key: (item: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return [...groups].sort(([, a], [, b]) => b.length - a.length)
}

/** The smallest value that at least the share `rank` of all do not exceed (nearest rank). */
function percentile(sorted: readonly number[], rank: number): number {
  return sorted[Math.max(0, Math.ceil(rank * sorted.length) - 1)] ?? 0
}

function durations(courses: readonly Course[], end: 'claimedAt' | 'closedAt'): Durations {
  const taken = courses
    .flatMap((course) => (course[end] === undefined ? [] : [course[end] - course.openedAt]))
    .sort((a, b) => a - b)
  return { count: taken.length, median: percentile(taken, 0.5), p90: percentile(taken, 0.9) }
}

/** Of what was read, how much was of no use; what came too fast was not read. */
function outOfScope(heard: Counted['heard']): Share {
  const counts = [...heard].filter(([decision]) => decision !== 'not_read').map(([, count]) => count)
  return { part: heard.get('fallback') ?? 0, of: counts.reduce((sum, count) => sum + count, 0) }
}

/**
 * The figures of a period. Self-service is the share of walks that ended with the person in, and not with a ticket; walks that
 * were stopped are left out. Times run over all hours, nights too, from the opening to the first claim and the first close.
 * Out of scope is the share of messages that Postern could do nothing with. Pure; never throws.
 */
export function figuresOf({ walks, courses, heard }: Counted): Figures {
  const outcomes = walks.flatMap(outcomeOf)
  return {
    selfService: shareOf(outcomes),
    byPath: grouped(outcomes, ({ flow }) => flow).map(([flow, each]) => ({ flow, share: shareOf(each) })),
    toClaim: durations(courses, 'claimedAt'),
    toClose: durations(courses, 'closedAt'),
    tickets: courses.length,
    deadEnds: grouped(courses, ({ reason }) => reason).map(([reason, each]) => ({
      reason,
      count: each.length,
    })),
    outOfScope: outOfScope(heard),
  }
}
