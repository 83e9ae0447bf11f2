import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { z } from 'zod'
import { parseJson } from './json.ts'

/** Rows by kind and key, written through to a file before a call returns; without a file, nothing is kept. */
export class Storage {
  readonly #db: DatabaseSync | undefined
  readonly #write: StatementSync | undefined
  readonly #remove: StatementSync | undefined
  #depth = 0

  constructor(file: string | undefined) {
    if (file === undefined) return
    mkdirSync(dirname(file), { recursive: true })
    this.#db = new DatabaseSync(file)
    // In WAL mode a killed process loses nothing it committed; only a power cut could.
    this.#db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 2000')
    this.#db.exec(
      'create table if not exists entry (kind text not null, key text not null, value text not null, primary key (kind, key)) strict, without rowid',
    )
    this.#write = this.#db.prepare(
      'insert into entry (kind, key, value) values (?, ?, ?) on conflict do update set value = excluded.value',
    )
    this.#remove = this.#db.prepare('delete from entry where kind = ? and key = ?')
  }

  /** All writes of `work` are kept together or not at all. */
  together<T>(work: () => T): T {
    if (this.#db === undefined || this.#depth > 0) return work()
    this.#depth += 1
    this.#db.exec('begin immediate')
    try {
      const result = work()
      this.#db.exec('commit')
      return result
    } catch (error) {
      this.#db.exec('rollback')
      throw error
    } finally {
      this.#depth -= 1
    }
  }

  read(kind: string): { key: string; value: unknown }[] {
    const rows = this.#db?.prepare('select key, value from entry where kind = ? order by key').all(kind) ?? []
    return rows.map(({ key, value }) => ({ key: String(key), value: parseJson(String(value)) }))
  }

  write(kind: string, key: string, value: unknown): void {
    this.#write?.run(kind, key, JSON.stringify(value))
  }

  remove(kind: string, key: string): void {
    this.#remove?.run(kind, key)
  }

  close(): void {
    this.#db?.close()
  }
}

/** Rows of one kind: read from memory, in the order of their keys at the start and of their writing since. */
export class Table<T> {
  readonly #storage: Storage
  readonly #kind: string
  readonly #rows: Map<string, T>

  constructor(storage: Storage, kind: string, schema: z.ZodType<T>) {
    this.#storage = storage
    this.#kind = kind
    this.#rows = new Map(storage.read(kind).map(({ key, value }) => [key, schema.parse(value)]))
  }

  get(key: string): T | undefined {
    return this.#rows.get(key)
  }

  values(): T[] {
    return [...this.#rows.values()]
  }

  set(key: string, value: T): void {
    this.#storage.write(this.#kind, key, value)
    this.#rows.set(key, value)
  }

  delete(key: string): void {
    this.#storage.remove(this.#kind, key)
    this.#rows.delete(key)
  }
}
