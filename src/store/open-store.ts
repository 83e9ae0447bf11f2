import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { PosternError } from '../application/errors.ts'
import type { Store } from '../application/ports.ts'
import { createStore } from './create-store.ts'
import { migrate } from './migrate.ts'
import { voidLeases } from './post-queue.ts'
import type { Database } from './schema.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

/** Below the 2.5 s within which Slack is answered. */
const busyTimeoutMs = 2_000

/** Tickets name people and mailboxes: a new file is its owner's alone, in whatever folder; SQLite's files beside it follow. */
function makeFile(location: string): void {
  mkdirSync(dirname(resolve(location)), { recursive: true, mode: 0o700 })
  closeSync(openSync(location, 'a', 0o600))
}

function openSqlite(location: string): DatabaseSync {
  if (location !== ':memory:') makeFile(location)
  return new DatabaseSync(location, { timeout: busyTimeoutMs })
}

async function storeIn(database: DatabaseSync): Promise<Store> {
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full')
    const db = new Kysely<Database>({ dialect: sqliteDialect(database) })
    await migrate(db)
    // One process has the file, so whoever held a lease is gone: nobody waits for it to run out.
    await voidLeases(db)
    return createStore(db)
  } catch (error) {
    database.close()
    throw error
  }
}

/** Opens `sqlite:PATH` or `sqlite::memory:`, making folder, file and tables where needed; `storage_unavailable` when it cannot. */
export async function openStore(databaseUrl: string): Promise<Store> {
  const location = /^sqlite:(.+)$/s.exec(databaseUrl)?.[1]
  if (location === undefined) throw new PosternError('storage_unavailable')
  try {
    return await storeIn(openSqlite(location))
  } catch (cause) {
    throw cause instanceof PosternError ? cause : new PosternError('storage_unavailable', { cause })
  }
}
