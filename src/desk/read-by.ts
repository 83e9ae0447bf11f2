import { z } from 'zod'
import type { Parsed } from './working-hours.ts'

/** The text of a setting that a parser reads; what is wrong with it is said in the parser's own words. */
export function readBy<T>(parse: (text: string) => Parsed<T>) {
  return z.string().transform((text, context) => {
    const read = parse(text)
    if (read.kind === 'parsed') return read.value
    context.addIssue({ code: 'custom', message: read.problem })
    return z.NEVER
  })
}
