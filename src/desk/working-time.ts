import type { Span, WorkingHours } from './working-hours.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** No schedule is looked further into than this. */
const horizonMs = 366 * dayMs

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known !== undefined) return known
  const numeric = 'numeric'
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  })
  clocks.set(timeZone, clock)
  return clock
}

/** What clocks on the wall show at `at`, as if it were UTC, less `at`. */
function offsetAt(timeZone: string, at: number): number {
  const second = Math.floor(at / 1000) * 1000
  const shown = new Map(
    clockOf(timeZone)
      .formatToParts(second)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? 0
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall - second
}

/** The spans of a day, which is counted from 1970 as clocks on the wall have it. */
function spansOn({ week, holidays }: WorkingHours, day: number): readonly Span[] {
  const date = new Date(day * dayMs).toISOString().slice(0, 10)
  if (holidays.off.has(date)) return []
  // The first day of 1970 was a Thursday.
  const weekday = (day + 4) % 7
  return week[holidays.extra.has(date) ? 1 : weekday] ?? []
}

interface Stretch {
  readonly working: boolean
  /** Until here nothing changes: the end of a span, the beginning of one, midnight, or a change of the clocks. */
  readonly until: number
}

/** The first moment after `from` with another offset than there, given that `to` has another. */
function clockChange(timeZone: string, from: number, to: number): number {
  const before = offsetAt(timeZone, from)
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(timeZone, middle) === before) low = middle
    else high = middle
  }
  return high
}

/** Clocks change at most once in a day, so a stretch holds one offset throughout. */
function stretchAt(hours: WorkingHours, at: number): Stretch {
  const offset = offsetAt(hours.timeZone, at)
  const day = Math.floor((at + offset) / dayMs)
  const midnight = day * dayMs - offset
  const moment = (minutes: number): number => midnight + minutes * minuteMs
  const next = spansOn(hours, day).find(({ to }) => moment(to) > at)
  const working = next !== undefined && moment(next.from) <= at
  const until = next === undefined ? midnight + dayMs : moment(working ? next.to : next.from)
  const same = offsetAt(hours.timeZone, until) === offset
  return { working, until: same ? until : clockChange(hours.timeZone, at, until) }
}

/**
 * Whether postmasters are there at `at` (ms since epoch), by the clocks on the wall of their time zone: a span over the
 * change to winter time has an hour more. Without a schedule, always. Pure; never throws.
 */
export function isWorking(hours: WorkingHours | undefined, at: number): boolean {
  return hours === undefined || stretchAt(hours, at).working
}

/**
 * The earliest moment by which `ms` of working time have passed since `at`; `at` itself for none. Without a schedule all time
 * counts. Undefined where that lies more than a year ahead of it. Pure; never throws.
 */
export function workingTimeAfter(
  hours: WorkingHours | undefined,
  at: number,
  ms: number,
): number | undefined {
  if (hours === undefined || ms <= 0) return at + Math.max(0, ms)
  let left = ms
  let now = at
  while (now < at + horizonMs) {
    const { working, until } = stretchAt(hours, now)
    if (working && until - now >= left) return now + left
    if (working) left -= until - now
    now = until
  }
  return undefined
}

/** When postmasters are there next: `at` itself while they are, undefined where that is more than a year ahead. Pure; never throws. */
export function nextOpening(hours: WorkingHours | undefined, at: number): number | undefined {
  if (hours === undefined) return at
  let now = at
  while (now < at + horizonMs) {
    const { working, until } = stretchAt(hours, now)
    if (working) return now
    now = until
  }
  return undefined
}
