import { z } from 'zod'
import {
  type Ephemeral,
  LedgerEntry,
  PendingEvent,
  ResponseUrl,
  StoredMessage,
  StoredView,
} from './records.ts'
import { Storage, Table } from './storage.ts'

/** Everything the local Slack remembers. */
export class State {
  readonly #storage: Storage
  readonly #now: () => number
  readonly #counters: Table<number>
  readonly #listeners = new Set<() => void>()
  readonly messages: Table<StoredMessage>
  readonly homes: Table<StoredView>
  readonly modals: Table<StoredView>
  readonly pending: Table<PendingEvent>
  readonly responseUrls: Table<ResponseUrl>
  readonly ledger: Table<LedgerEntry>
  readonly ephemerals = new Map<string, Ephemeral>()

  constructor(file: string | undefined, now: () => number) {
    this.#now = now
    this.#storage = new Storage(file)
    this.#counters = new Table(this.#storage, 'counter', z.number())
    this.messages = new Table(this.#storage, 'message', StoredMessage)
    this.homes = new Table(this.#storage, 'home', StoredView)
    this.modals = new Table(this.#storage, 'modal', StoredView)
    this.pending = new Table(this.#storage, 'pending', PendingEvent)
    this.responseUrls = new Table(this.#storage, 'response_url', ResponseUrl)
    this.ledger = new Table(this.#storage, 'ledger', LedgerEntry)
  }

  now(): number {
    return this.#now()
  }

  /** A time as Slack writes it, later than every one before. */
  nextTs(): string {
    const micros = Math.max(this.#now() * 1000, (this.#counters.get('ts') ?? 0) + 1)
    this.#counters.set('ts', micros)
    return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`
  }

  /** An id never given before, even by an earlier process: a prefix and nine characters. */
  nextId(prefix: string): string {
    const count = (this.#counters.get('id') ?? 0) + 1
    this.#counters.set('id', count)
    return `${prefix}${count.toString(36).toUpperCase().padStart(9, '0')}`
  }

  /** All writes of `work` are kept together, then watchers are told. */
  change<T>(work: () => T): T {
    const result = this.#storage.together(work)
    this.changed()
    return result
  }

  changed(): void {
    for (const listener of this.#listeners) listener()
  }

  /** Calls `listener` after each change until the returned function is called. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#listeners.clear()
    this.#storage.close()
  }
}

export function messageKey(channel: string, ts: string): string {
  return `${channel}/${ts}`
}
