import type { Answer, Delivery, Transport } from './delivery.ts'
import { type Json, stringOf } from './json.ts'
import type { Schedule } from './schedule.ts'
import type { State } from './state.ts'

/** After a failed attempt: at once, after a minute, after five; then the event is dropped. */
const retryAfterMs = [0, 60_000, 300_000]

interface DeliveriesOptions {
  readonly state: State
  readonly transport: () => Transport
  readonly schedule: Schedule
  /** Every event is sent once more after it was acknowledged. */
  readonly twice: boolean
}

/** Hands events to the app until it acknowledges them, and clicks, commands and forms once. */
export class Deliveries {
  readonly #options: DeliveriesOptions
  /** Event id -> what cancels its next attempt; present as long as an attempt is running or planned. */
  readonly #planned = new Map<string, () => void>()
  #stopped = false

  constructor(options: DeliveriesOptions) {
    this.#options = options
  }

  /** Whether the app can be reached now. */
  get connected(): boolean {
    return this.#options.transport().connected
  }

  /** Sends now what asks for an answer; it is never sent again. */
  async ask(delivery: Delivery): Promise<Answer> {
    return await this.#options.transport().send(delivery)
  }

  /** Keeps an event until it is acknowledged or its retries are used up. Call inside the change that caused it. */
  event(payload: Json): void {
    const id = stringOf(payload.event_id) ?? ''
    this.#options.state.pending.set(id, { id, payload, attempts: 0 })
    this.#plan(id, 0)
  }

  /** Tries every unacknowledged event at once: after a restart, or when the app has come back. */
  retryNow(): void {
    for (const { id } of this.#options.state.pending.values()) {
      const cancel = this.#planned.get(id)
      if (cancel === inFlight) continue
      cancel?.()
      this.#plan(id, 0)
    }
  }

  stop(): void {
    this.#stopped = true
    for (const cancel of this.#planned.values()) cancel()
    this.#planned.clear()
  }

  #plan(id: string, ms: number): void {
    if (this.#stopped) return
    if (ms > 0) {
      this.#planned.set(
        id,
        this.#options.schedule(ms, () => void this.#attempt(id)),
      )
      return
    }
    this.#planned.set(id, inFlight)
    queueMicrotask(() => void this.#attempt(id))
  }

  async #attempt(id: string): Promise<void> {
    const pending = this.#options.state.pending.get(id)
    if (this.#stopped || pending === undefined) return
    this.#planned.set(id, inFlight)
    const answer = await this.#options.transport().send({
      kind: 'event',
      payload: pending.payload,
      ...(pending.attempts > 0 && {
        retry: { number: pending.attempts, reason: pending.reason ?? 'http_error' },
      }),
    })
    if (this.#stopped) return
    this.#planned.delete(id)
    if (answer.kind === 'acked') {
      this.#options.state.pending.delete(id)
      if (this.#options.twice) await this.ask({ kind: 'event', payload: pending.payload })
      return
    }
    if (answer.reason !== 'unreachable') this.#failed(id, answer.reason, answer.noRetry === true)
  }

  #failed(id: string, reason: string, noRetry: boolean): void {
    const pending = this.#options.state.pending.get(id)
    if (pending === undefined) return
    const wait = retryAfterMs[pending.attempts]
    if (noRetry || wait === undefined) {
      this.#options.state.pending.delete(id)
      return
    }
    const slackReason = reason === 'lost' ? 'connection_failed' : reason
    this.#options.state.pending.set(id, { ...pending, attempts: pending.attempts + 1, reason: slackReason })
    this.#plan(id, wait)
  }
}

function inFlight(): void {
  // Nothing to cancel: the answer is awaited.
}
