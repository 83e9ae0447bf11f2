import fc from 'fast-check'
import { parseHolidays, parseTimeZone, parseWorkingHours } from '../../src/desk/working-hours.ts'

const nine = { from: 540, to: 1080 }

describe('parseWorkingHours', () => {
  it.each([
    ['mon-fri 09:00-18:00', [[], [nine], [nine], [nine], [nine], [nine], []]],
    ['Mon–Fri 9:00 - 18:00', [[], [nine], [nine], [nine], [nine], [nine], []]],
    ['mon-tue 09:00-18:00，sat 00:00-24:00', [[], [nine], [nine], [], [], [], [{ from: 0, to: 1440 }]]],
    [
      'sat-sun 13:30-18:00 09:00-12:00',
      [
        [
          { from: 540, to: 720 },
          { from: 810, to: 1080 },
        ],
        [],
        [],
        [],
        [],
        [],
        [
          { from: 540, to: 720 },
          { from: 810, to: 1080 },
        ],
      ],
    ],
  ])('reads %j', (text, week) => {
    expect(parseWorkingHours(text)).toEqual({ kind: 'parsed', value: week })
  })

  it.each([
    ['', 'must be hours such as mon-fri 09:00-18:00, sat 09:00-12:00'],
    ['09:00-18:00', 'must name days as mon, tue, wed, thu, fri, sat, sun (entry 1)'],
    ['mon 09:00-18:00, sunday 09:00-18:00', 'must name days as mon, tue, wed, thu, fri, sat, sun (entry 2)'],
    ['mon-fri', 'must give times after the days, such as 09:00-18:00 (entry 1)'],
    ['mon 9-18', 'must give times as 09:00, up to 24:00 (entry 1)'],
    ['mon 09:00-24:01', 'must give times as 09:00, up to 24:00 (entry 1)'],
    ['mon 09:00-09:60', 'must give times as 09:00, up to 24:00 (entry 1)'],
    ['mon 22:00-06:00', 'must begin before it ends; a night is mon 22:00-24:00, tue 00:00-06:00 (entry 1)'],
    ['mon 09:00-12:00 11:59-18:00', 'must not give the same time of a day twice (entry 1)'],
    ['mon-fri 09:00-18:00, fri 09:00-16:00', 'must name each day once, not fri twice (entry 2)'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(parseWorkingHours(text)).toEqual({ kind: 'problem', problem })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parseWorkingHours(text).kind).toMatch(/^(parsed|problem)$/)
      }),
    )
  })
})

describe('parseHolidays', () => {
  it('reads days, ranges with both their ends, and extra working days', () => {
    expect(parseHolidays('2026-12-25, 2027-02-27..2027-03-01, +2027-02-20')).toEqual({
      kind: 'parsed',
      value: {
        off: new Set(['2026-12-25', '2027-02-27', '2027-02-28', '2027-03-01']),
        extra: new Set(['2027-02-20']),
      },
    })
  })

  it('holds none in an empty text', () => {
    expect(parseHolidays(' ')).toEqual({ kind: 'parsed', value: { off: new Set(), extra: new Set() } })
  })

  it.each([
    ['25.12.2026', 'must give dates as 2026-12-25 (entry 1)'],
    ['2026-12-24, 2026-12-25..', 'must give dates as 2026-12-25 (entry 2)'],
    ['2026-2-1', 'must give dates as 2026-12-25 (entry 1)'],
    ['2027-02-29', 'must give dates as 2026-12-25 (entry 1)'],
    ['2027-02-12..2027-02-06', 'must give ranges of 1 to 100 days, from the first to the last (entry 1)'],
    ['2026-02-06..2027-02-12', 'must give ranges of 1 to 100 days, from the first to the last (entry 1)'],
    ['2027-02-06..2027-02-12, +2027-02-10', 'must not have 2027-02-10 as a holiday and as a working day'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(parseHolidays(text)).toEqual({ kind: 'problem', problem })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parseHolidays(text).kind).toMatch(/^(parsed|problem)$/)
      }),
    )
  })
})

describe('parseTimeZone', () => {
  it.each([
    ['Asia/Shanghai', 'Asia/Shanghai'],
    ['europe/berlin', 'Europe/Berlin'],
    ['UTC', 'UTC'],
  ])('reads %j', (text, value) => {
    expect(parseTimeZone(text)).toEqual({ kind: 'parsed', value })
  })

  it.each(['', 'Shanghai', '+08:00', 'Asia/Nowhere'])('refuses %j', (text) => {
    expect(parseTimeZone(text)).toEqual({
      kind: 'problem',
      problem: 'must be an IANA time zone such as Asia/Shanghai',
    })
  })
})
