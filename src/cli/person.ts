import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { erasePerson, exportPerson } from '../application/person-records.ts'
import type { Tx } from '../application/ports.ts'
import { ConfigError, loadConfig } from '../config.ts'
import { recordsPlace } from '../records-place.ts'
import { openStoreBeside } from '../store/open-store.ts'
import { randomIds, systemClock } from '../system.ts'
import { recordsProblem } from './records-problem.ts'

const root = join(import.meta.dirname, '..', '..')

const help = `What Postern keeps about one person, in the database that the settings name. Postern may run meanwhile.

  npm run -s person -- export TEAM USER           prints all of it as JSON
  npm run -s person -- erase TEAM USER            removes it, once you have confirmed
  npm run -s person -- erase TEAM USER --yes      removes it at once

TEAM and USER are Slack's ids, T… and U…. An erasure ends what the person has open, blanks their tickets
and removes the rest; the audit keeps their id, without anything that tells whose it is. Both are
written to the audit.

Exit code 0: done. 1: not confirmed. 64: the command is wrong. 78: the settings are, or the database
cannot be used.
`

/** sysexits.h */
const exitUsage = 64
const exitConfig = 78

interface Whose {
  readonly team: string
  readonly user: string
}

async function isConfirmed({ team, user }: Whose): Promise<boolean> {
  const question = `This cannot be undone. To remove what is kept about ${user} of ${team}, type the user's id: `
  const reader = createInterface({ input: process.stdin, output: process.stderr })
  try {
    // Without an answer there is no question that waits for ever.
    const ended = new Promise<string>((resolve) => reader.once('close', () => resolve('')))
    return (await Promise.race([reader.question(question), ended])).trim() === user
  } finally {
    reader.close()
  }
}

async function inRecords<T>(use: (tx: Tx, now: number) => Promise<T>): Promise<T | undefined> {
  const place = recordsPlace(loadConfig(), root)
  if (place === undefined) return undefined
  const store = await openStoreBeside(place.databaseUrl, place.auditKey)
  try {
    const now = systemClock.now()
    const delivered = await store.deliver(`person:${randomIds.next()}`, now, (tx) => use(tx, now))
    return delivered.kind === 'handled' ? delivered.value : undefined
  } finally {
    await store.close()
  }
}

async function run(command: 'export' | 'erase', whose: Whose): Promise<number> {
  const answer =
    command === 'export'
      ? await inRecords((tx, now) => exportPerson(tx, { ...whose, now }))
      : await inRecords((tx, now) => erasePerson(tx, { ...whose, now }))
  if (answer === undefined) {
    console.error('There are no records yet: start Postern first.')
    return exitConfig
  }
  console.log(JSON.stringify(answer, undefined, 2))
  return 0
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help)
    return 0
  }
  const [command, team = '', user = '', ...rest] = args
  const isYes = command === 'erase' && rest.length === 1 && rest[0] === '--yes'
  const isWhole = /^[TE][A-Z0-9]+$/.test(team) && /^[UW][A-Z0-9]+$/.test(user)
  if ((command !== 'export' && command !== 'erase') || !isWhole || (rest.length > 0 && !isYes)) {
    console.error(help)
    return exitUsage
  }
  if (command === 'erase' && !isYes && !(await isConfirmed({ team, user }))) {
    console.error('Not confirmed; nothing was removed.')
    return 1
  }
  try {
    return await run(command, { team, user })
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : recordsProblem(error))
    return exitConfig
  }
}

process.exitCode = await main(process.argv.slice(2))
