import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { verifyChain } from '../../src/desk/chain-audit.ts'
import { verifyRecords } from '../../src/desk/verify-records.ts'
import { tables } from '../../src/store/migrations/0001-tables.ts'
import { appendOnlyAudit } from '../../src/store/migrations/0002-append-only-audit.ts'
import { chosenLanguage } from '../../src/store/migrations/0003-chosen-language.ts'
import { openStore, openStoreBeside, readAuditRecords } from '../../src/store/open-store.ts'
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts'
import { testAudit } from '../support/test-audit.ts'
import { dm, entry, session, ticket, view } from './samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'postern-keyed-'))
const { auditKey } = testAudit
let files = 0

function freshPath(): string {
  files += 1
  return join(folder, `${files}.db`)
}

afterAll(() => rmSync(folder, { recursive: true }))

/** A database as Postern made it before chains had a key, with two tickets of two lines; the second line is a refusal. */
async function oldDatabase(): Promise<string> {
  const path = freshPath()
  const raw = new DatabaseSync(path)
  const db = new Kysely<unknown>({ dialect: sqliteDialect(raw) })
  const old = {
    '0001-tables': tables,
    '0002-append-only-audit': appendOnlyAudit,
    '0003-chosen-language': chosenLanguage,
  }
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => old } }).migrateToLatest()
  if (error !== undefined) throw error
  const add = raw.prepare('insert into audit values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  for (const number of [1001, 1002]) {
    let previous = ''
    for (const [index, [decision, detail]] of [
      ['done', 'open'] as const,
      ['refused', 'own_ticket'] as const,
    ].entries()) {
      const line = [previous, index + 1, 'T1', number, 5, 'U1', 'open', decision, detail] as const
      const hash = createHash('sha256').update(JSON.stringify(line)).digest('hex')
      add.run(number, index + 1, 'T1', 5, 'U1', 'open', decision, detail, previous, hash)
      previous = hash
    }
  }
  raw.exec("update counters set value = 1002 where name = 'ticket'")
  const card = JSON.stringify(session({ touchedAt: 77 }))
  raw.prepare("insert into sessions values ('session-1', 'T1', 'U1', 1, 1, 1, ?)").run(card)
  raw
    .prepare(
      "insert into posts (id, target, surface, view, revision, changed) values ('p', 'dm:T1:U1', ?, ?, 1, 2)",
    )
    .run(JSON.stringify(dm()), JSON.stringify(view(1002)))
  await db.destroy()
  return path
}

describe('an audit from before chains had a key', () => {
  const linesOf = async (path: string, number: number) => {
    const store = await openStore(`sqlite:${path}`, { auditKey, now: 99 })
    const rows = await store.deliver(`read-${number}`, 0, (tx) => tx.audit.of(number))
    await store.close()
    return rows.kind === 'handled' ? rows.value : []
  }

  it('is kept as it was, under one line that has the key, and is whole', async () => {
    const path = await oldDatabase()
    const rows = await linesOf(path, 1001)
    expect(rows).toMatchObject([
      { sequence: 1, keyed: 0, from: '', to: 'open', reason: '' },
      { sequence: 2, keyed: 0, from: '', to: '', reason: 'own_ticket' },
      { sequence: 3, keyed: 1, action: 'seal', user: 'postern', at: 99 },
    ])
    expect(verifyChain(auditKey, rows)).toBeUndefined()
    expect(verifyRecords(auditKey, await readAuditRecords(`sqlite:${path}`, auditKey))).toEqual([])
  })

  it('is put under the key once: lines that come to it later without the key stay broken', async () => {
    const path = await oldDatabase()
    expect(await linesOf(path, 1001)).toHaveLength(3)
    const raw = new DatabaseSync(path)
    raw.exec('drop trigger audit_no_delete; delete from audit where keyed = 1')
    raw.close()
    expect(await linesOf(path, 1002)).toHaveLength(2)
    expect(verifyRecords(auditKey, await readAuditRecords(`sqlite:${path}`, auditKey))).toEqual([
      { ticket: 1001, sequence: 2, wrong: 'unkeyed' },
      { ticket: 1002, sequence: 2, wrong: 'unkeyed' },
    ])
  })

  it('stays broken where it was broken', async () => {
    const path = await oldDatabase()
    const raw = new DatabaseSync(path)
    raw.exec(
      "drop trigger audit_no_update; update audit set user = 'U2' where ticket = 1002 and sequence = 2",
    )
    raw.exec("create trigger audit_no_update before update on audit begin select raise(abort, 'no'); end")
    raw.close()
    expect(verifyChain(auditKey, await linesOf(path, 1002))).toEqual({
      ticket: 1002,
      sequence: 2,
      wrong: 'changed',
    })
  })

  it('brings sessions and posts along with what tells their age', async () => {
    const path = await oldDatabase()
    await linesOf(path, 1001)
    const raw = new DatabaseSync(path)
    expect(raw.prepare('select touched_at from sessions').get()).toEqual({ touched_at: 77 })
    expect(raw.prepare('select ticket, changed_at from posts').get()).toEqual({
      ticket: 1002,
      changed_at: 99,
    })
    raw.close()
  })

  it('is not opened beside a Postern that has not made it new', async () => {
    const url = `sqlite:${await oldDatabase()}`
    await expect(openStoreBeside(url, auditKey)).rejects.toMatchObject({ code: 'storage_unavailable' })
    await expect(readAuditRecords(url, auditKey)).rejects.toMatchObject({ code: 'storage_unavailable' })
  })
})

describe('openStore with another key', () => {
  it('is refused, before a line is added that breaks a chain', async () => {
    const url = `sqlite:${freshPath()}`
    await (await openStore(url, testAudit)).close()
    const other = 'another key, long enough to be one'
    const refused = { name: 'WrongAuditKey' }
    await expect(openStore(url, { ...testAudit, auditKey: other })).rejects.toMatchObject(refused)
    await expect(openStoreBeside(url, other)).rejects.toMatchObject(refused)
    await expect(readAuditRecords(url, other)).rejects.toMatchObject(refused)
  })
})

describe('openStoreBeside', () => {
  it('makes no file', async () => {
    await expect(openStoreBeside(`sqlite:${freshPath()}`, auditKey)).rejects.toMatchObject({
      code: 'storage_unavailable',
    })
  })

  it('writes beside a Postern that runs, and takes no lease from it', async () => {
    const url = `sqlite:${freshPath()}`
    const running = await openStore(url, testAudit)
    await running.deliver('a', 1, (tx) => tx.posts.put({ id: 'p', surface: dm(), view: view() }))
    const [post] = await running.leasePosts(1, 60_000, 1)
    const beside = await openStoreBeside(url, auditKey)
    await beside.deliver('b', 2, (tx) => tx.audit.append(entry()))
    await beside.close()
    expect(post && (await running.markSending(post, 3))).toBe(true)
    const rows = await running.deliver('c', 3, (tx) => tx.audit.of(1001))
    expect(rows).toMatchObject({ value: [{ sequence: 1 }] })
    await running.close()
  })
})

describe('readAuditRecords', () => {
  /** A file with five tickets of four lines, closed, so that it can be copied. */
  async function fiveTickets(): Promise<string> {
    const path = freshPath()
    const store = await openStore(`sqlite:${path}`, testAudit)
    for (let count = 0; count < 5; count += 1) {
      await store.deliver(`open-${count}`, count, async (tx) => {
        const number = await tx.tickets.nextNumber()
        await tx.tickets.insert(ticket({ number, mailbox: `${number}@example.com` }))
        for (const user of ['U1', 'U8', 'U9', 'U1'])
          await tx.audit.append(entry({ ticket: number, user, at: count }))
      })
    }
    await store.close()
    return path
  }

  const number = fc.integer({ min: 1001, max: 1005 })
  const line = fc.integer({ min: 1, max: 4 })
  const field = fc.constantFrom('team', 'user', 'action', '"from"', '"to"', 'reason', 'previous', 'hash')
  const statement = fc.oneof(
    fc
      .tuple(number, line, field)
      .map(([n, s, f]) => `update audit set ${f} = ${f} || 'x' where ticket = ${n} and sequence = ${s}`),
    fc
      .tuple(number, line)
      .map(([n, s]) => `update audit set at = at - 1 where ticket = ${n} and sequence = ${s}`),
    fc
      .tuple(number, line)
      .map(([n, s]) => `update audit set keyed = 0 where ticket = ${n} and sequence = ${s}`),
    fc.tuple(number, line).map(([n, s]) => `delete from audit where ticket = ${n} and sequence = ${s}`),
    fc.tuple(number, line).map(([n, s]) => `delete from audit where ticket = ${n} and sequence >= ${s}`),
    number.map(
      (n) =>
        `delete from audit where ticket = ${n}; update counters set value = ${n - 1} where name = 'ticket'`,
    ),
    number.map(
      (n) =>
        `insert into audit select ticket, 5, team, at, user, action, decision, hash, hash, "from", "to", reason, 1 from audit where ticket = ${n} and sequence = 4`,
    ),
    fc
      .tuple(number, fc.integer({ min: 1, max: 3 }))
      .map(
        ([n, s]) =>
          `update audit set sequence = 9 where ticket = ${n} and sequence = ${s}; ` +
          `update audit set sequence = ${s} where ticket = ${n} and sequence = ${s + 1}; ` +
          `update audit set sequence = ${s + 1} where ticket = ${n} and sequence = 9`,
      ),
    number.map(
      (n) =>
        `insert into audit_retired select ticket, sequence, hash, at, at, hash from audit where ticket = ${n} and sequence = 4; delete from audit where ticket = ${n}`,
    ),
  )

  it('lets every tampering with the file be found once its triggers are gone, and raises no alarm before', async () => {
    const path = await fiveTickets()
    const whole = await readAuditRecords(`sqlite:${path}`, auditKey)
    const heads = whole.rows.filter(({ sequence }) => sequence === 4)
    expect(verifyRecords(auditKey, whole, heads)).toEqual([])
    const missed: string[] = []
    for (const sql of fc.sample(statement, 60)) {
      const copy = freshPath()
      copyFileSync(path, copy)
      const raw = new DatabaseSync(copy)
      const triggers = raw.prepare("select name from sqlite_master where type = 'trigger'").all()
      for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
      raw.exec(sql)
      raw.close()
      const records = await readAuditRecords(`sqlite:${copy}`, auditKey)
      if (verifyRecords(auditKey, records, heads).length === 0) missed.push(sql)
      rmSync(copy)
    }
    expect(missed).toEqual([])
  })

  it('reads one moment, whatever is written meanwhile, and changes nothing', async () => {
    const url = `sqlite:${await fiveTickets()}`
    const store = await openStore(url, testAudit)
    const writing = Array.from({ length: 20 }, (_, count) =>
      store.deliver(`more-${count}`, count, async (tx) => {
        await tx.audit.append(entry({ ticket: await tx.tickets.nextNumber() }))
      }),
    )
    const reading = Array.from({ length: 10 }, () => readAuditRecords(url, auditKey))
    for (const records of await Promise.all(reading)) expect(verifyRecords(auditKey, records)).toEqual([])
    await Promise.all(writing)
    expect(verifyRecords(auditKey, await readAuditRecords(url, auditKey))).toEqual([])
    await store.close()
  })
})
