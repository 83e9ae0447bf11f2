import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import { storageError } from './storage-error.ts'

/** node:sqlite would store a Date as NULL; anything that is not a plain value is a fault of ours. */
function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value
  }
  throw new TypeError(`a ${typeof value} cannot be stored`)
}

/** One turn with the only connection, from acquire to release. */
class Turn implements DatabaseConnection {
  readonly #run: (sql: string, parameters: readonly unknown[]) => QueryResult<unknown>
  #over = false

  constructor(run: (sql: string, parameters: readonly unknown[]) => QueryResult<unknown>) {
    this.#run = run
  }

  end(): void {
    this.#over = true
  }

  execute(sql: string, parameters: readonly unknown[] = []): QueryResult<unknown> {
    // A query that was not awaited would otherwise land in somebody else's transaction.
    if (this.#over) throw new Error('the transaction is over')
    try {
      return this.#run(sql, parameters)
    } catch (error) {
      throw storageError(error)
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.execute(query.sql, query.parameters) as QueryResult<R>
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator, and nothing here streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported')
  }
}

/** Runs Kysely's queries on one node:sqlite connection. Kysely gives it to one caller at a time, for the adapter says there are no more. */
export class SqliteDriver implements Driver {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  async init(): Promise<void> {
    // The database is open already.
  }

  async acquireConnection(): Promise<Turn> {
    return new Turn((sql, parameters) => this.#execute(sql, parameters))
  }

  async beginTransaction(turn: Turn): Promise<void> {
    // Immediate: the write lock is taken at once, so a second process waits here and never fails half-way.
    turn.execute('begin immediate')
  }

  async commitTransaction(turn: Turn): Promise<void> {
    turn.execute('commit')
  }

  async rollbackTransaction(turn: Turn): Promise<void> {
    // After a full disk or an I/O error the engine has rolled back by itself.
    if (this.#database.isTransaction) turn.execute('rollback')
  }

  async releaseConnection(turn: Turn): Promise<void> {
    turn.end()
  }

  async destroy(): Promise<void> {
    this.#statements.clear()
    this.#database.close()
  }

  #execute(sql: string, parameters: readonly unknown[]): QueryResult<unknown> {
    const statement = this.#statement(sql)
    const values = parameters.map(bindable)
    if (statement.columns().length > 0) return { rows: statement.all(...values).map((row) => ({ ...row })) }
    const { changes } = statement.run(...values)
    return { rows: [], numAffectedRows: BigInt(changes) }
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
