import type { Report } from './report.ts'

/** The report for machines; numbers to six decimals. */
export function jsonReport({ title, notes, evaluation }: Report): string {
  return JSON.stringify(
    { title, notes, ...evaluation },
    (_key, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value),
    2,
  )
}
