import fc from 'fast-check'
import type { WorkingHours } from '../../src/desk/working-hours.ts'
import { isWorking, nextOpening, workingTimeAfter } from '../../src/desk/working-time.ts'
import { sampleHours } from './sample-hours.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const shanghai = sampleHours(
  'mon-fri 09:00-12:00 13:30-18:00',
  'Asia/Shanghai',
  '2027-02-06..2027-02-12, +2027-02-20, +2027-02-21',
)
const at = (text: string): number => Date.parse(text)

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

const walls = new Map<string, Intl.DateTimeFormat>()

function wallIn(timeZone: string): Intl.DateTimeFormat {
  const options = { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' } as const
  const date = { year: 'numeric', month: '2-digit', day: '2-digit', hour12: false } as const
  const wall = walls.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { ...options, ...date })
  walls.set(timeZone, wall)
  return wall
}

/** What a clock on the wall and a calendar beside it say, read off a sentence such as `Tue, 24/11/2026, 09:00`. */
function wall(timeZone: string, moment: number): { date: string; weekday: number; minutes: number } {
  const shown = /^(\w{3}), (\d\d)\/(\d\d)\/(\d{4}), (\d\d):(\d\d)$/.exec(wallIn(timeZone).format(moment))
  const [, weekday = '', day, month, year, hours, minutes] = shown ?? []
  return {
    date: `${year}-${month}-${day}`,
    weekday: weekdays.indexOf(weekday),
    minutes: Number(hours) * 60 + Number(minutes),
  }
}

function worksByTheWall({ timeZone, week, holidays }: WorkingHours, moment: number): boolean {
  const { date, weekday, minutes } = wall(timeZone, moment)
  if (holidays.off.has(date)) return false
  const spans = week[holidays.extra.has(date) ? 1 : weekday] ?? []
  return spans.some(({ from, to }) => from <= minutes && minutes < to)
}

/** Zones whose clocks change at 2 o'clock, at midnight, by half an hour, twice around a month, and not at all. */
const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'UTC',
]
/** Around what is hard: the changes of clocks in each zone, a holiday, the turn of a year. */
const moments = [
  '2026-03-08T06:00Z',
  '2026-03-29T00:30Z',
  '2026-04-04T14:30Z',
  '2026-04-23T21:00Z',
  '2026-10-03T15:00Z',
  '2026-10-25T00:00Z',
  '2026-10-29T20:00Z',
  '2026-11-01T05:00Z',
  '2026-12-31T15:00Z',
  '2027-02-07T01:00Z',
  '2027-03-14T01:00Z',
].map(at)

const spansText = fc.constantFrom(
  '09:00-18:00',
  '00:00-24:00',
  '01:30-02:30 03:00-03:01',
  '23:00-24:00 00:00-00:30',
)
const schedules = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    weekday: spansText,
    sunday: spansText,
    holidays: fc.constantFrom(
      '',
      '2026-10-25, 2027-01-01',
      '2027-02-06..2027-02-08, +2026-03-29, +2026-11-01',
    ),
  })
  .map(({ timeZone, weekday, sunday, holidays }) =>
    sampleHours(`mon-thu ${weekday}, sun ${sunday}`, timeZone, holidays),
  )
const starts = fc
  .tuple(fc.constantFrom(...moments), fc.integer({ min: -20 * 60, max: 20 * 60 }), fc.nat(minute - 1))
  .map(([moment, minutes, ms]) => moment + minutes * minute + ms)

describe('isWorking', () => {
  it.each([
    ['2026-11-24T08:59:59.999+08:00', false],
    ['2026-11-24T09:00:00.000+08:00', true],
    ['2026-11-24T11:59:59.999+08:00', true],
    ['2026-11-24T12:00:00.000+08:00', false],
    ['2026-11-24T13:30:00.000+08:00', true],
    ['2026-11-24T18:00:00.000+08:00', false],
    ['2026-11-28T10:00:00.000+08:00', false],
    ['2027-02-08T10:00:00.000+08:00', false],
    ['2027-02-20T10:00:00.000+08:00', true],
  ])('knows whether somebody is there at %s', (moment, working) => {
    expect(isWorking(shanghai, at(moment))).toBe(working)
  })

  it('is true always where there is no schedule', () => {
    expect(isWorking(undefined, at('2026-11-28T03:00Z'))).toBe(true)
  })

  it('is what the clock on the wall says, in every zone and at every change of it', () => {
    fc.assert(
      fc.property(schedules, starts, (hours, moment) => {
        expect(isWorking(hours, moment)).toBe(worksByTheWall(hours, moment))
      }),
      { numRuns: 500 },
    )
  })
})

describe('nextOpening', () => {
  it.each([
    ['2026-11-24T10:00+08:00', '2026-11-24T10:00+08:00'],
    ['2026-11-24T12:10+08:00', '2026-11-24T13:30+08:00'],
    ['2026-11-27T18:00+08:00', '2026-11-30T09:00+08:00'],
    ['2027-02-05T18:00+08:00', '2027-02-15T09:00+08:00'],
    ['2027-02-19T20:00+08:00', '2027-02-20T09:00+08:00'],
  ])('leads from %s to %s', (from, to) => {
    expect(nextOpening(shanghai, at(from))).toBe(at(to))
  })

  it('is the same hour after the clocks have changed', () => {
    const berlin = sampleHours('mon-fri 09:00-17:00', 'Europe/Berlin')
    expect(nextOpening(berlin, at('2026-03-27T17:00+01:00'))).toBe(at('2026-03-30T09:00+02:00'))
    expect(nextOpening(berlin, at('2026-10-23T17:00+02:00'))).toBe(at('2026-10-26T09:00+01:00'))
  })

  it('is at once where there is no schedule, and never where every day is taken', () => {
    const ranges = Array.from({ length: 12 }, (_, index) => {
      const first = new Date(at('2026-11-01T00:00Z') + index * 40 * day).toISOString().slice(0, 10)
      const last = new Date(at('2026-11-01T00:00Z') + (index * 40 + 39) * day).toISOString().slice(0, 10)
      return `${first}..${last}`
    })
    const never = sampleHours('mon 09:00-10:00', 'UTC', ranges.join(','))
    const now = at('2026-11-24T12:00Z')
    expect(nextOpening(undefined, now)).toBe(now)
    expect(nextOpening(never, now)).toBeUndefined()
    expect(workingTimeAfter(never, now, 1)).toBeUndefined()
  })

  it('is the first minute at which somebody is there', () => {
    fc.assert(
      fc.property(schedules, starts, (hours, from) => {
        const opening = nextOpening(hours, from) ?? Number.NaN
        expect(worksByTheWall(hours, opening)).toBe(true)
        if (opening === from) return
        for (let moment = opening - minute; moment > from; moment -= minute) {
          if (worksByTheWall(hours, moment)) throw new Error(`open before: ${new Date(moment).toISOString()}`)
        }
        expect(worksByTheWall(hours, opening - 1)).toBe(false)
        expect(worksByTheWall(hours, from)).toBe(false)
      }),
      { numRuns: 50 },
    )
  })
})

describe('workingTimeAfter', () => {
  it.each([
    ['2026-11-24T10:00+08:00', 10 * minute, '2026-11-24T10:10+08:00'],
    ['2026-11-24T11:55+08:00', 10 * minute, '2026-11-24T13:35+08:00'],
    ['2026-11-24T11:50+08:00', 10 * minute, '2026-11-24T12:00+08:00'],
    ['2026-11-27T17:00+08:00', 2 * hour, '2026-11-30T10:00+08:00'],
    ['2027-02-05T17:55+08:00', 10 * minute, '2027-02-15T09:05+08:00'],
    ['2026-11-28T10:00+08:00', 0, '2026-11-28T10:00+08:00'],
  ])('leads from %s by %i ms to %s', (from, ms, to) => {
    expect(workingTimeAfter(shanghai, at(from), ms)).toBe(at(to))
  })

  it('lets all time count where there is no schedule', () => {
    expect(workingTimeAfter(undefined, 1000, 500)).toBe(1500)
  })

  it('is as far as counting minute by minute comes', () => {
    fc.assert(
      fc.property(schedules, starts, fc.integer({ min: 1, max: 300 }), (hours, from, minutes) => {
        const start = Math.floor(from / minute) * minute
        let end = start
        for (let left = minutes; left > 0; end += minute) {
          if (worksByTheWall(hours, end)) left -= 1
        }
        expect(workingTimeAfter(hours, start, minutes * minute)).toBe(end)
      }),
      { numRuns: 50 },
    )
  })

  it('comes to the same in two parts as in one', () => {
    fc.assert(
      fc.property(schedules, starts, fc.nat(5 * hour), fc.nat(5 * hour), (hours, from, first, second) => {
        const halfway = workingTimeAfter(hours, from, first) ?? Number.NaN
        const end = workingTimeAfter(hours, from, first + second)
        expect(workingTimeAfter(hours, halfway, second)).toBe(end)
      }),
      { numRuns: 200 },
    )
  })
})
