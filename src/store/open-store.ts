import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { PosternError } from '../application/errors.ts'
import type { Store } from '../application/ports.ts'
import { keyFingerprint } from '../desk/chain-audit.ts'
import type { AuditRecords } from '../desk/verify-records.ts'
import { auditRecords } from './audit.ts'
import { createStore } from './create-store.ts'
import { isUpToDate, migrate } from './migrate.ts'
import type { AuditOrigin } from './migrations/0004-keyed-audit.ts'
import { voidLeases } from './post-queue.ts'
import type { Database } from './schema.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

/** Below the 2.5 s within which Slack is answered. */
const busyTimeoutMs = 2_000

/** What was removed is overwritten, not only let go of. */
const noTraces = 'pragma secure_delete = on'

/** Tickets name people and mailboxes: a new file is its owner's alone, in whatever folder; SQLite's files beside it follow. */
function makeFile(location: string): void {
  mkdirSync(dirname(resolve(location)), { recursive: true, mode: 0o700 })
  closeSync(openSync(location, 'a', 0o600))
}

function openSqlite(location: string): DatabaseSync {
  if (location !== ':memory:') makeFile(location)
  return new DatabaseSync(location, { timeout: busyTimeoutMs })
}

/** The chains in this database are under another key: what was added with this one would break them. */
export class WrongAuditKey extends Error {
  constructor() {
    super('the audit of this database has another key')
    this.name = 'WrongAuditKey'
  }
}

async function needKey(db: Kysely<Database>, auditKey: string): Promise<void> {
  const known = await db.selectFrom('audit_key').select('fingerprint').executeTakeFirst()
  if (known?.fingerprint !== keyFingerprint(auditKey)) throw new WrongAuditKey()
}

/** Runs `open` on the database; one that cannot be used is closed again. */
async function using<T>(database: DatabaseSync, open: (db: Kysely<Database>) => Promise<T>): Promise<T> {
  try {
    return await open(new Kysely<Database>({ dialect: sqliteDialect(database) }))
  } catch (error) {
    database.close()
    throw error
  }
}

function locationIn(databaseUrl: string): string {
  const location = /^sqlite:(.+)$/s.exec(databaseUrl)?.[1]
  if (location === undefined) throw new PosternError('storage_unavailable')
  return location
}

function unavailable(cause: unknown): never {
  if (cause instanceof PosternError || cause instanceof WrongAuditKey) throw cause
  throw new PosternError('storage_unavailable', { cause })
}

/** Opens a file that is there already. */
function existing(databaseUrl: string, readOnly: boolean): DatabaseSync {
  const location = locationIn(databaseUrl)
  if (!existsSync(location)) throw new PosternError('storage_unavailable')
  return new DatabaseSync(location, { timeout: busyTimeoutMs, readOnly })
}

async function needSchema(db: Kysely<Database>): Promise<void> {
  if (!(await isUpToDate(db))) throw new PosternError('storage_unavailable')
}

/**
 * Opens `sqlite:PATH` or `sqlite::memory:`, making folder, file and tables where needed; `storage_unavailable` when it cannot,
 * `WrongAuditKey` where the chains have another key. `now` (ms since epoch) is for what a new schema writes down.
 */
export async function openStore(databaseUrl: string, origin: AuditOrigin): Promise<Store> {
  try {
    const database = openSqlite(locationIn(databaseUrl))
    return await using(database, async (db) => {
      database.exec(`pragma journal_mode = wal; pragma synchronous = full; ${noTraces}`)
      await migrate(db, origin)
      await needKey(db, origin.auditKey)
      // One process has the file, so whoever held a lease is gone: nobody waits for it to run out.
      await voidLeases(db)
      return createStore(db, origin.auditKey)
    })
  } catch (cause) {
    return unavailable(cause)
  }
}

/** Opens what a Postern made, which may be running: nothing is made, migrated or taken back. Fails as `openStore` does. */
export async function openStoreBeside(databaseUrl: string, auditKey: string): Promise<Store> {
  try {
    const database = existing(databaseUrl, false)
    return await using(database, async (db) => {
      database.exec(`pragma synchronous = full; ${noTraces}`)
      await needSchema(db)
      await needKey(db, auditKey)
      const store = createStore(db, auditKey)
      return {
        ...store,
        close: async () => {
          // What was removed is in the log beside the file until that is written back; a busy Postern does it later.
          database.exec('pragma wal_checkpoint(truncate)')
          await store.close()
        },
      }
    })
  } catch (cause) {
    return unavailable(cause)
  }
}

/** Reads all chains of a database at one moment, changing nothing; fails as `openStore` does. */
export async function readAuditRecords(databaseUrl: string, auditKey: string): Promise<AuditRecords> {
  try {
    const database = existing(databaseUrl, true)
    return await using(database, async (db) => {
      database.exec('begin')
      await needSchema(db)
      await needKey(db, auditKey)
      const records = await auditRecords(db)
      await db.destroy()
      return records
    })
  } catch (cause) {
    return unavailable(cause)
  }
}
