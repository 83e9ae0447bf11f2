import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ConfigError, loadConfig } from '../config.ts'
import type { AuditBreak, AuditHead } from '../desk/audit.ts'
import { type AuditRecords, verifyRecords } from '../desk/verify-records.ts'
import { recordsPlace } from '../records-place.ts'
import { readAuditRecords } from '../store/open-store.ts'
import { recordsProblem } from './records-problem.ts'

const root = join(import.meta.dirname, '..', '..')

const help = `Checks the audit in the database that the settings name, while Postern runs or not; changes nothing.

  npm run -s audit -- verify                 every chain, and that no ticket lacks one
  npm run -s audit -- verify --heads FILE    and against the heads that the log has kept, which
                                             shows chains that were cut off; FILE is the log, or
                                             its lines with "audit head"

Exit code 0: whole. 1: broken; the first broken line of each chain is named. 64: the command or FILE
is wrong. 78: the settings are, or the database cannot be read.
`

/** sysexits.h */
const exitUsage = 64
const exitConfig = 78
const mostShown = 20

const Head = z.object({
  msg: z.literal('audit head'),
  ticket: z.int(),
  sequence: z.int().min(1),
  hash: z.string(),
})

function headIn(line: string): AuditHead[] {
  try {
    return [Head.parse(JSON.parse(line))]
  } catch {
    // Other lines of the log, and what a supervisor writes between them.
    return []
  }
}

const words: Record<AuditBreak['wrong'], string> = {
  missing: 'is missing',
  misplaced: 'does not follow the line before it',
  changed: 'is not as it was written',
  unkeyed: 'was not written under the key',
  cut_off: 'is missing: the log knows it, or one after it',
  rewritten: 'is not the line that the log knows',
  no_chain: 'is missing, and so is the whole chain',
  never_opened: 'is of a number that was never given',
  left_over: 'is left of a chain that was retired',
  taken_away: 'was the last of a chain that was taken away, and not by Postern',
}

const chainName = (ticket: number): string => (ticket < 0 ? `records ${-ticket}` : `ticket ${ticket}`)
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

function summary({ rows, retired }: AuditRecords, heads: readonly AuditHead[] | undefined): string {
  const chains = new Set(rows.map(({ ticket }) => ticket)).size
  const parts = [
    counted(chains, 'chain'),
    counted(rows.length, 'line'),
    counted(retired.length, 'retired chain'),
  ]
  return [...parts, ...(heads === undefined ? [] : [counted(heads.length, 'logged head')])].join(', ')
}

function report(breaks: readonly AuditBreak[]): void {
  for (const { ticket, sequence, wrong } of breaks.slice(0, mostShown)) {
    console.log(`${chainName(ticket)}, line ${sequence}: ${words[wrong]}`)
  }
  if (breaks.length > mostShown) console.log(`and ${breaks.length - mostShown} more`)
}

async function verify(heads: readonly AuditHead[] | undefined): Promise<number> {
  const place = recordsPlace(loadConfig(), root)
  if (place === undefined) {
    console.error('There are no records yet: start Postern first.')
    return exitConfig
  }
  const records = await readAuditRecords(place.databaseUrl, place.auditKey)
  const breaks = verifyRecords(place.auditKey, records, heads)
  report(breaks)
  const verdict = breaks.length === 0 ? 'whole' : counted(breaks.length, 'broken chain')
  console.log(`${summary(records, heads)}: ${verdict}`)
  return breaks.length === 0 ? 0 : 1
}

async function main(args: readonly string[]): Promise<number> {
  const [command, option, file, ...rest] = args
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help)
    return 0
  }
  const isKnown = option === undefined || (option === '--heads' && file !== undefined)
  if (command !== 'verify' || !isKnown || rest.length > 0) {
    console.error(help)
    return exitUsage
  }
  let heads: AuditHead[] | undefined
  try {
    heads = file === undefined ? undefined : readFileSync(file, 'utf8').split('\n').flatMap(headIn)
  } catch {
    heads = []
  }
  if (heads?.length === 0) {
    console.error(`${file} cannot be read, or no line of it is an audit head.`)
    return exitUsage
  }
  try {
    return await verify(heads)
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : recordsProblem(error))
    return exitConfig
  }
}

process.exitCode = await main(process.argv.slice(2))
