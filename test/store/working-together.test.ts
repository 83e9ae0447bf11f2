import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { tables } from '../../src/store/migrations/0001-tables.ts'
import { appendOnlyAudit } from '../../src/store/migrations/0002-append-only-audit.ts'
import { chosenLanguage } from '../../src/store/migrations/0003-chosen-language.ts'
import { openStore } from '../../src/store/open-store.ts'
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts'
import { testAudit } from '../support/test-audit.ts'
import { ticket } from './samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'postern-migration-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** As tickets were before they could wait or be declined. */
function oldBody(state: string): string {
  const { notes: _notes, onBehalfOf: _report, ...body } = ticket()
  return JSON.stringify({ ...body, state })
}

async function oldDatabase(path: string): Promise<void> {
  const database = new DatabaseSync(path)
  const db = new Kysely<unknown>({ dialect: sqliteDialect(database) })
  const migrations = {
    '0001-tables': tables,
    '0002-append-only-audit': appendOnlyAudit,
    '0003-chosen-language': chosenLanguage,
  }
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest()
  if (error !== undefined) throw error
  const insert = database.prepare(
    `insert into tickets (number, team, requester, mailbox_key, state, version, identity_check, outcome, body)
     values (?, 'T1', 'U1', ?, ?, 1, ?, ?, ?)`,
  )
  insert.run(1001, 'li.wei@example.com', 'claimed', null, null, oldBody('claimed'))
  insert.run(1002, 'b@example.com', 'resolved', 'callback', 'unlocked', oldBody('resolved'))
  await db.destroy()
}

describe('workingTogether', () => {
  it('keeps every ticket of before, and its rules', async () => {
    const path = join(folder, 'old.db')
    await oldDatabase(path)
    const store = await openStore(`sqlite:${path}`, testAudit)
    const found = await store.deliver('a', 1, (tx) => tx.tickets.find(1001))
    expect(found).toEqual({ kind: 'handled', value: ticket({ state: 'claimed' }) })
    const again = store.deliver('b', 1, (tx) => tx.tickets.insert(ticket({ number: 1003, state: 'waiting' })))
    await expect(again).rejects.toMatchObject({ code: 'storage_conflict' })
    const waiting = ticket({ state: 'waiting', version: 2 })
    expect(await store.deliver('c', 1, (tx) => tx.tickets.update(waiting))).toMatchObject({ value: true })
    await store.close()
  })
})
