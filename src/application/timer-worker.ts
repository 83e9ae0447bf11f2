import type { Context } from './context.ts'
import { PosternError } from './errors.ts'
import { lookUpOwner } from './look-up-owner.ts'
import type { Directory, Log, Store, Timer } from './ports.ts'
import { retryWait } from './retry-wait.ts'
import { timerDue } from './timer-due.ts'

/** Brings due timers to their use case. */
interface TimerWorker {
  /** Handles all that is due now; a timer that failed lately waits for its turn. Never rejects. */
  drain(): Promise<void>
  /** Begins to watch the time. */
  start(): void
  /** Something was committed: there may be a new timer. */
  wake(): void
  /** Stops watching, and waits for what is under way. */
  stop(): Promise<void>
}

interface TimerWorkerOptions {
  readonly store: Store
  readonly context: Context
  /** Asked before a timer's transaction begins. */
  readonly directory: Directory
  readonly log: Log
  /** Called after each handled timer: there are posts to deliver. */
  readonly afterCommit: () => void
}

const batch = 50
/** A clock that was set, or another process's timer, is noticed after this long at most. */
const longestSleepMs = 60_000
const shortSleepMs = 5_000

interface Failure {
  readonly attempts: number
  readonly retryAt: number
}

function codeOf(error: unknown): string {
  return error instanceof PosternError ? error.code : 'internal'
}

/** Timers that failed lately, each with the time of its next try. */
class BackOff {
  readonly #failures = new Map<string, Failure>()

  /** Notes a failure and returns how many there have been in a row. */
  fail(id: string, now: number): number {
    const attempts = (this.#failures.get(id)?.attempts ?? 0) + 1
    this.#failures.set(id, { attempts, retryAt: now + retryWait(attempts) })
    return attempts
  }

  succeed(id: string): void {
    this.#failures.delete(id)
  }

  /** Forgets all but these: a timer that is no longer due was cancelled. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#failures.keys()) if (!ids.has(id)) this.#failures.delete(id)
  }

  retryAt(id: string): number {
    return this.#failures.get(id)?.retryAt ?? 0
  }

  /** When the first of them is tried again; infinity when there is none. */
  soonest(): number {
    return Math.min(...[...this.#failures.values()].map(({ retryAt }) => retryAt))
  }

  get size(): number {
    return this.#failures.size
  }
}

/** The key under which the reading of timers is in back-off, as one more thing that can fail. */
const reading = 'reading'

/** Handles due timers one after another, and remembers which have to wait. */
function createDrain(options: TimerWorkerOptions, backOff: BackOff) {
  const { store, context, log, afterCommit } = options
  const { clock } = context

  function fail(timer: Timer, code: string): void {
    const attempts = backOff.fail(timer.id, clock.now())
    log.error('a timer could not be handled', { timer: timer.id, code, attempts })
  }

  async function handle(timer: Timer): Promise<void> {
    try {
      const found = timer.kind === 'tell_owner' ? await lookUpOwner(timer, options) : undefined
      const delivered = await store.deliver(`timer:${timer.id}`, clock.now(), (tx) =>
        timerDue(tx, context, timer, found),
      )
      // A handled timer removes itself; one that is still there must not be asked for again without pause.
      if (delivered.kind === 'seen') return fail(timer, 'seen')
      backOff.succeed(timer.id)
    } catch (error) {
      return fail(timer, codeOf(error))
    }
    afterCommit()
  }

  async function dueNow(): Promise<readonly Timer[]> {
    const now = clock.now()
    const due = await store.dueTimers(now, batch + backOff.size)
    backOff.keepOnly(new Set(due.map((timer) => timer.id)))
    return due.filter((timer) => backOff.retryAt(timer.id) <= now)
  }

  return async (): Promise<void> => {
    if (backOff.retryAt(reading) > clock.now()) return
    try {
      for (let due = await dueNow(); due.length > 0; due = await dueNow()) {
        for (const timer of due) await handle(timer)
      }
    } catch (error) {
      const attempts = backOff.fail(reading, clock.now())
      log.error('timers could not be read', { code: codeOf(error), attempts })
    }
  }
}

/** The worker over `store`. Only one drain runs at a time; a wake-up during one leads to another after it. */
export function createTimerWorker(options: TimerWorkerOptions): TimerWorker {
  const { store, context } = options
  const backOff = new BackOff()
  const drainOnce = createDrain(options, backOff)
  let tail: Promise<void> = Promise.resolve()
  let alarm: NodeJS.Timeout | undefined
  let watching = false
  /** A round that has not begun yet. */
  let pending = false

  const drain = (): Promise<void> => {
    tail = tail.then(drainOnce)
    return tail
  }

  async function nextLookAt(now: number): Promise<number> {
    const readingAt = backOff.retryAt(reading)
    if (readingAt > now) return readingAt
    const nextAt = (await store.nextTimerAt().catch(() => undefined)) ?? now + longestSleepMs
    // Where the earliest timer is one in back-off, those behind it are looked for in short steps.
    const waits = nextAt <= now && backOff.size > 0
    return waits ? Math.min(backOff.soonest(), now + shortSleepMs) : nextAt
  }

  async function round(): Promise<void> {
    pending = false
    if (!watching) return
    await drainOnce()
    const now = context.clock.now()
    const ms = Math.max(0, Math.min((await nextLookAt(now)) - now, longestSleepMs))
    if (!watching || pending) return
    clearTimeout(alarm)
    alarm = setTimeout(wake, ms).unref()
  }

  function wake(): void {
    if (!watching || pending) return
    pending = true
    clearTimeout(alarm)
    tail = tail.then(round)
  }

  return {
    drain,
    start() {
      watching = true
      wake()
    },
    wake,
    async stop() {
      watching = false
      clearTimeout(alarm)
      await tail
    },
  }
}
