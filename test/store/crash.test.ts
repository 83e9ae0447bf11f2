import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import type { Tx } from '../../src/application/ports.ts'
import { verifyChain } from '../../src/desk/chain-audit.ts'
import { openStore } from '../../src/store/open-store.ts'
import { testAudit } from '../support/test-audit.ts'

const script = join(__dirname, 'write-deliveries.ts')
const folder = mkdtempSync(join(tmpdir(), 'postern-crash-'))

afterAll(() => rmSync(folder, { recursive: true }))

interface Writer {
  readonly child: ChildProcess
  readonly lines: AsyncIterable<string>
  readonly ended: Promise<unknown[]>
}

function startWriter(path: string, ...rest: readonly string[]): Writer {
  const child = spawn(process.execPath, [script, `sqlite:${path}`, ...rest], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { child, lines: createInterface({ input: child.stdout }), ended: once(child, 'exit') }
}

/** Lets a writer go on to its `count`th commit and a little further, kills it, and gives the deliveries it said were committed. */
async function writeAndKill(path: string, round: string, count: number, turns: number): Promise<string[]> {
  const { child, lines, ended } = startWriter(path, round)
  const said: string[] = []
  for await (const line of lines) {
    said.push(line)
    if (said.length !== count) continue
    for (let turn = 0; turn < turns; turn += 1) await setImmediate()
    child.kill('SIGKILL')
  }
  expect(await ended).toEqual([null, 'SIGKILL'])
  return said
}

/** Lets a writer write so many deliveries and end by itself. */
async function write(path: string, round: string, count: number): Promise<string[]> {
  const { lines, ended } = startWriter(path, round, `${count}`)
  const said: string[] = []
  for await (const line of lines) said.push(line)
  expect(await ended).toEqual([0, null])
  return said
}

/** Every key that a writer left in the file, said to be committed or not. */
function storedKeys(path: string): string[] {
  const database = new DatabaseSync(path)
  expect(database.prepare('pragma integrity_check').all()).toMatchObject([{ integrity_check: 'ok' }])
  const keys = database
    .prepare("select key from deliveries where key like 'r%'")
    .all()
    .map((row) => String(row.key))
  database.close()
  return keys
}

async function isWhole(tx: Tx, key: string): Promise<boolean> {
  const number = Number((await tx.sessions.find(key))?.card)
  const rows = await tx.audit.of(number)
  return (
    (await tx.tickets.find(number))?.mailbox === `${key}@example.com` &&
    (await tx.posts.find(key)) !== undefined &&
    rows.length === 1 &&
    rows[0]?.to === key &&
    verifyChain(testAudit.auditKey, rows) === undefined
  )
}

/** Reads a file as the next start would, and expects all of every delivery in it, and nothing besides. */
async function expectWhole(path: string, said: readonly string[], round: number): Promise<void> {
  const keys = storedKeys(path)
  expect(said.filter((key) => !keys.includes(key))).toEqual([])
  const store = await openStore(`sqlite:${path}`, testAudit)
  const broken = await store.deliver(`check-${round}`, 0, async (tx) => {
    const found: string[] = []
    for (const key of keys) if (!(await isWhole(tx, key))) found.push(key)
    return found
  })
  expect(broken).toEqual({ kind: 'handled', value: [] })
  expect((await store.dueTimers(1e6, 1e6)).length).toBe(keys.length)
  expect((await store.leasePosts(1e9 * (round + 1), 1, 1e6)).length).toBe(keys.length)
  await store.close()
}

describe('a store in a file', () => {
  it('holds every delivery whole or not at all when its process is killed at any moment', async () => {
    const path = join(folder, 'crash.db')
    const points = fc.sample(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(40)), 5)
    const said: string[] = []
    for (const [round, [lines, turns]] of points.entries()) {
      said.push(...(await writeAndKill(path, `r${round}`, lines, turns)))
      await expectWhole(path, said, round)
    }
  })

  it('takes two processes at once, from the making of its tables on', async () => {
    const path = join(folder, 'shared.db')
    const said = await Promise.all(['r0', 'r1'].map((round) => write(path, round, 10)))
    expect(said.flat()).toHaveLength(20)
    await expectWhole(path, said.flat(), 0)
  })
})
