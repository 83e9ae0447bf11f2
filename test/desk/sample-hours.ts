import { parseHolidays, parseWorkingHours, type WorkingHours } from '../../src/desk/working-hours.ts'

/** A schedule as settings tell it. */
export function sampleHours(week: string, timeZone = 'Asia/Shanghai', holidays = ''): WorkingHours {
  const hours = parseWorkingHours(week)
  const days = parseHolidays(holidays)
  if (hours.kind === 'problem') throw new Error(hours.problem)
  if (days.kind === 'problem') throw new Error(days.problem)
  return { timeZone, week: hours.value, holidays: days.value }
}
