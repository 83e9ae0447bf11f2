import type { Context } from './context.ts'
import { figuresOf } from './figures.ts'
import type { Tx } from './ports.ts'
import type { Reader } from './reader.ts'
import { queueFor } from './refresh-home.ts'
import type { Whisper } from './reply.ts'

/** What only postmasters are told. */
type DeskQuestion =
  | { readonly kind: 'queue' }
  /** No days: not for a period that is counted. */
  | { readonly kind: 'stats'; readonly days?: number }

const dayMs = 24 * 3_600_000
const periods = new Map([
  ['', 7],
  ['7d', 7],
  ['30d', 30],
])

/** `queue`, `stats`, `stats 7d` and `stats 30d`; undefined for all else, which is somebody's own words. */
export function deskQuestion(text: string): DeskQuestion | undefined {
  const [word, argument = '', ...more] = text.trim().toLowerCase().split(/\s+/)
  if (more.length > 0) return undefined
  if (word === 'queue' && argument === '') return { kind: 'queue' }
  if (word !== 'stats') return undefined
  const days = periods.get(argument)
  return { kind: 'stats', ...(days !== undefined && { days }) }
}

async function figures(tx: Tx, context: Context, { team }: Reader, days: number): Promise<Whisper> {
  const since = context.clock.now() - days * dayMs
  const [walks, courses, heard] = [
    await tx.figures.endedWalks(team, since),
    await tx.figures.courses(team, since),
    await tx.figures.heard(team, since),
  ]
  return { kind: 'figures', days, figures: figuresOf({ walks, courses, heard }) }
}

/** Answers a question of a postmaster to them alone; anybody else hears whom it is for. `isPostmaster` is undefined where Slack did not say. */
export async function askDesk(
  tx: Tx,
  context: Context,
  reader: Reader,
  question: DeskQuestion,
  isPostmaster: boolean | undefined,
): Promise<Whisper> {
  if (isPostmaster === undefined) return { kind: 'unchecked' }
  if (!isPostmaster) return { kind: 'for_postmasters' }
  if (question.kind === 'queue') return { kind: 'queue', queue: await queueFor(tx, context, reader) }
  if (question.days === undefined) return { kind: 'bad_period' }
  return await figures(tx, context, reader, question.days)
}
