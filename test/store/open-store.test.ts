import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openStore } from '../../src/store/open-store.ts'
import { testAudit } from '../support/test-audit.ts'
import { storeContract } from './contract.ts'
import { dm, entry, session, view } from './samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'postern-store-'))
let files = 0

function freshPath(): string {
  files += 1
  return join(folder, `${files}.db`)
}

afterAll(() => rmSync(folder, { recursive: true }))

storeContract({ name: 'memory', open: () => openStore('sqlite::memory:', testAudit) })
storeContract({ name: 'a file', open: () => openStore(`sqlite:${freshPath()}`, testAudit) })

describe('openStore', () => {
  const unavailable = { code: 'storage_unavailable' }

  it('makes the folder, for its owner alone', async () => {
    const path = join(folder, 'new', 'deeper', 'postern.db')
    const store = await openStore(`sqlite:${path}`, testAudit)
    await store.close()
    expect(statSync(path).isFile()).toBe(true)
    expect(statSync(join(folder, 'new')).mode & 0o077).toBe(0)
  })

  it('makes the file for its owner alone, in a folder that others can read', async () => {
    const open = join(folder, 'open')
    mkdirSync(open)
    chmodSync(open, 0o755)
    const path = join(open, 'postern.db')
    const store = await openStore(`sqlite:${path}`, testAudit)
    await store.deliver('a', 1, (tx) => tx.tickets.nextNumber())
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o077).toBe(0)
    await store.close()
  })

  it('finds again what was written before', async () => {
    const path = freshPath()
    const first = await openStore(`sqlite:${path}`, testAudit)
    await first.deliver('a', 1, (tx) => tx.sessions.insert(session()))
    await first.close()
    const second = await openStore(`sqlite:${path}`, testAudit)
    expect(await second.deliver('a', 1, async () => 1)).toEqual({ kind: 'seen' })
    expect(await second.deliver('b', 1, (tx) => tx.sessions.find('session-1'))).toEqual({
      kind: 'handled',
      value: session(),
    })
    await second.close()
  })

  it('gives back at once what a dead process had leased, still uncertain where it had begun to send', async () => {
    const url = `sqlite:${freshPath()}`
    const dead = await openStore(url, testAudit)
    await dead.deliver('a', 1, async (tx) => {
      await tx.posts.put({ id: 'begun', surface: dm(), view: view(1) })
      await tx.posts.put({ id: 'held', surface: dm('U2'), view: view(1) })
    })
    const [begun, held] = await dead.leasePosts(1, 60_000, 10)
    if (begun === undefined || held === undefined) throw new Error('two posts were not leased')
    await dead.markSending(begun, 2)
    const next = await openStore(url, testAudit)
    expect(await next.leasePosts(3, 60_000, 10)).toMatchObject([
      { id: 'begun', uncertainSince: 2, fence: 2 },
      { id: 'held', fence: 2 },
    ])
    expect(await dead.markSending(held, 4)).toBe(false)
    await Promise.all([dead.close(), next.close()])
  })

  it('lets two have the file open, and both write to it', async () => {
    const url = `sqlite:${freshPath()}`
    const a = await openStore(url, testAudit)
    const b = await openStore(url, testAudit)
    expect(await a.deliver('a', 1, (tx) => tx.tickets.nextNumber())).toMatchObject({ value: 1001 })
    expect(await b.deliver('b', 1, (tx) => tx.tickets.nextNumber())).toMatchObject({ value: 1002 })
    expect(await b.deliver('a', 1, async () => 1)).toEqual({ kind: 'seen' })
    await Promise.all([a.close(), b.close()])
  })

  it.each(['postgres://localhost/postern', 'postern.db', 'sqlite:'])('refuses %s', async (url) => {
    await expect(openStore(url, testAudit)).rejects.toMatchObject(unavailable)
  })

  it('refuses a file that is no database, and leaves it as it is', async () => {
    const path = freshPath()
    writeFileSync(path, 'This is a letter to my mother, and no database at all.'.repeat(40))
    const { size } = statSync(path)
    await expect(openStore(`sqlite:${path}`, testAudit)).rejects.toMatchObject(unavailable)
    expect(statSync(path).size).toBe(size)
  })

  it('refuses a file whose tables a newer Postern made', async () => {
    const path = freshPath()
    await (await openStore(`sqlite:${path}`, testAudit)).close()
    const raw = new DatabaseSync(path)
    raw.exec("insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00Z')")
    raw.close()
    await expect(openStore(`sqlite:${path}`, testAudit)).rejects.toMatchObject(unavailable)
  })
})

describe('the engine’s own rules', () => {
  const opened: DatabaseSync[] = []
  afterEach(() => {
    for (const each of opened.splice(0)) each.close()
  })

  /** A file with one audit line, and a way past the store to it. */
  async function tamperable(): Promise<DatabaseSync> {
    const path = freshPath()
    const store = await openStore(`sqlite:${path}`, testAudit)
    await store.deliver('a', 1, (tx) => tx.audit.append(entry()))
    await store.close()
    const raw = new DatabaseSync(path)
    opened.push(raw)
    return raw
  }

  it.each([
    "update audit set reason = 'x'",
    'delete from audit',
    'insert or replace into audit select ticket, sequence, team, at, user, action, decision, previous, \'x\', "from", "to", reason, keyed from audit',
    'insert into audit select ticket, 3, team, at, user, action, decision, previous, hash, "from", "to", reason, keyed from audit',
    "insert into audit_retired select ticket, sequence, hash, at, at, '' from audit",
    "insert into audit_retired select ticket, sequence, hash, at, at + 7775999999, '' from audit",
    "insert into audit_retired select ticket, sequence, 'x', at, at + 7776000000, '' from audit",
    "insert into audit_retired select ticket, 2, hash, at, at + 7776000000, '' from audit",
    "update audit_key set fingerprint = 'x'",
    'delete from audit_key',
  ])('keep the audit append-only: %s', async (statement) => {
    const raw = await tamperable()
    expect(() => raw.exec(statement)).toThrow('append-only')
    expect(raw.prepare('select "to", reason from audit').all()).toEqual([{ to: 'claimed', reason: '' }])
  })

  it('let a chain go once there is a note on it, for good', async () => {
    const raw = await tamperable()
    raw.exec("insert into audit_retired select ticket, sequence, hash, at, at + 7776000000, '' from audit")
    raw.exec('delete from audit')
    const again = "insert or replace into audit_retired values (1001, 1, '', 0, 7776000000, 'x')"
    for (const change of ["update audit_retired set seal = 'x'", 'delete from audit_retired', again]) {
      expect(() => raw.exec(change)).toThrow('append-only')
    }
  })

  it('fail as storage_unavailable, and keep nothing half done, when another process holds the file', async () => {
    const path = freshPath()
    const store = await openStore(`sqlite:${path}`, testAudit)
    const raw = new DatabaseSync(path)
    opened.push(raw)
    raw.exec('begin immediate')
    await expect(store.deliver('a', 1, async () => 1)).rejects.toMatchObject({ code: 'storage_unavailable' })
    raw.exec('rollback')
    expect(await store.deliver('a', 1, async () => 2)).toEqual({ kind: 'handled', value: 2 })
    await store.close()
  })
})
