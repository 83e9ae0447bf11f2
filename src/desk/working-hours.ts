/** Part of a day, in minutes from local midnight: from `from` until just before `to`, at most 1440. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** When postmasters work on each day of the week, Sunday first; the spans of a day in order, apart from each other. */
type Week = readonly (readonly Span[])[]

/** Dates as `2026-12-25`. */
interface Holidays {
  readonly off: ReadonlySet<string>
  /** Extra working days, as the ones that make up for a long holiday in China: with the hours of a Monday. */
  readonly extra: ReadonlySet<string>
}

/** When postmasters are there. Where there is no such schedule they are taken to be there always, and nothing is promised. */
export interface WorkingHours {
  /** IANA, such as Asia/Shanghai */
  readonly timeZone: string
  readonly week: Week
  readonly holidays: Holidays
}

/** What was read, or what is wrong with the text, in words that follow the name of a setting (“must be …”). */
export type Parsed<T> =
  | { readonly kind: 'parsed'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: string }

/** Carries a problem out of the reading of a part. It never holds what was read, which might be anything. */
class Unreadable extends Error {}

function parsed<T>(read: () => T): Parsed<T> {
  try {
    return { kind: 'parsed', value: read() }
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'problem', problem: error.message }
    throw error
  }
}

/** As Western keyboards would have given it, without the dashes that programs put in. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('、', ',').replaceAll(/[–—−]/g, '-').trim()
}

/** Reads each entry of a list; a problem says in which one, counted from 1, it is. */
function eachEntry(text: string, read: (entry: string) => void): void {
  const entries = plain(text)
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  for (const [index, entry] of entries.entries()) {
    try {
      read(entry)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      throw new Unreadable(`${error.message} (entry ${index + 1})`)
    }
  }
}

const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

function dayOf(name: string): number {
  const day = dayNames.indexOf(name)
  if (day < 0) throw new Unreadable('must name days as mon, tue, wed, thu, fri, sat, sun')
  return day
}

/** `mon-fri`, or one day; a range may go over the end of the week. */
function daysOf(range: string): number[] {
  const [first = '', last = first] = range.split('-')
  const from = dayOf(first)
  const count = ((dayOf(last) - from + 7) % 7) + 1
  return Array.from({ length: count }, (_, index) => (from + index) % 7)
}

function minutesOf(time: string): number {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? []
  const value = Number(hours) * 60 + Number(minutes)
  if (hours === '' || Number(minutes) > 59 || value > 24 * 60)
    throw new Unreadable('must give times as 09:00, up to 24:00')
  return value
}

function spanOf(text: string): Span {
  const [from = '', to = ''] = text.split('-')
  const span = { from: minutesOf(from), to: minutesOf(to) }
  if (span.from >= span.to)
    throw new Unreadable('must begin before it ends; a night is mon 22:00-24:00, tue 00:00-06:00')
  return span
}

function spansOf(texts: readonly string[]): Span[] {
  const spans = texts.map(spanOf).sort((a, b) => a.from - b.from)
  if (spans.some((span, index) => span.from < (spans[index - 1]?.to ?? 0)))
    throw new Unreadable('must not give the same time of a day twice')
  return spans
}

/**
 * The value of WORKING_HOURS: days with one or more spans, comma-separated, such as
 * `mon-fri 09:00-12:00 13:30-18:00, sat 09:00-12:00`. Days that are not named are free. Full-width punctuation is
 * read as well. Never throws.
 */
export function parseWorkingHours(text: string): Parsed<Week> {
  return parsed(() => {
    const week = new Map<number, Span[]>()
    eachEntry(text, (entry) => {
      const [range = '', ...times] = entry.replaceAll(/\s*-\s*/g, '-').split(/\s+/)
      const days = daysOf(range)
      if (times.length === 0) throw new Unreadable('must give times after the days, such as 09:00-18:00')
      const spans = spansOf(times)
      for (const day of days) {
        if (week.has(day)) throw new Unreadable(`must name each day once, not ${dayNames[day]} twice`)
        week.set(day, spans)
      }
    })
    if (week.size === 0) throw new Unreadable('must be hours such as mon-fri 09:00-18:00, sat 09:00-12:00')
    return dayNames.map((_, day) => week.get(day) ?? [])
  })
}

const dayMs = 24 * 3_600_000
/** Longer than any holiday: a slip of the year shows. */
const longestDays = 100

/** A date as the number of its day since 1970. */
function dayNumber(date: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  // What the calendar does not have, such as the 30th of February, is taken for a day in March.
  if (Number.isNaN(at) || dateOf(at / dayMs) !== date) throw new Unreadable('must give dates as 2026-12-25')
  return at / dayMs
}

function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

function datesOf(range: string): string[] {
  const [first = '', last = first] = range.split('..').map((date) => date.trim())
  const from = dayNumber(first)
  const count = dayNumber(last) - from + 1
  if (count < 1 || count > longestDays)
    throw new Unreadable(`must give ranges of 1 to ${longestDays} days, from the first to the last`)
  return Array.from({ length: count }, (_, index) => dateOf(from + index))
}

/**
 * The value of HOLIDAYS: dates and ranges of dates, comma-separated; a `+` before one makes it an extra working day with the
 * hours of a Monday: `2026-12-25, 2027-02-06..2027-02-12, +2027-02-20`. An empty text holds none. Never throws.
 */
export function parseHolidays(text: string): Parsed<Holidays> {
  return parsed(() => {
    const off = new Set<string>()
    const extra = new Set<string>()
    eachEntry(text, (entry) => {
      const dates = entry.startsWith('+') ? extra : off
      for (const date of datesOf(entry.replace(/^\+\s*/, ''))) dates.add(date)
    })
    const both = [...extra].find((date) => off.has(date))
    if (both !== undefined) throw new Unreadable(`must not have ${both} as a holiday and as a working day`)
    return { off, extra }
  })
}

/** The value of POSTMASTER_TIME_ZONE: an IANA name, given back in its usual spelling. Never throws. */
export function parseTimeZone(text: string): Parsed<string> {
  return parsed(() => {
    try {
      if (!/^[a-z]/i.test(text)) throw new RangeError('an offset knows no summer time')
      return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone
    } catch {
      throw new Unreadable('must be an IANA time zone such as Asia/Shanghai')
    }
  })
}
