import type { Clock } from '../../src/application/ports.ts'
import type { Schedule } from '../../src/workspace/server/schedule.ts'

interface Planned {
  readonly at: number
  readonly delay: number
  readonly run: () => void
}

/** Time that stands still until told to move, with the timers that hang on it. */
export class ManualTime implements Clock {
  #now: number
  readonly #planned = new Set<Planned>()
  readonly #watchers = new Set<() => void>()

  constructor(start = Date.UTC(2026, 10, 23, 7, 0, 0)) {
    this.#now = start
  }

  readonly now = (): number => this.#now

  readonly schedule: Schedule = (ms, run) => {
    const entry = { at: this.#now + ms, delay: ms, run }
    this.#planned.add(entry)
    for (const watcher of this.#watchers) watcher()
    return () => this.#planned.delete(entry)
  }

  advance(ms: number): void {
    this.#now += ms
    for (const entry of [...this.#planned].sort((a, b) => a.at - b.at)) {
      if (entry.at <= this.#now && this.#planned.delete(entry)) entry.run()
    }
  }

  /** Resolves once something is planned `ms` after its own start. */
  async planned(ms: number): Promise<void> {
    const found = (): boolean => [...this.#planned].some((entry) => entry.delay === ms)
    if (found()) return
    await new Promise<void>((resolve) => {
      const watcher = (): void => {
        if (!found()) return
        this.#watchers.delete(watcher)
        resolve()
      }
      this.#watchers.add(watcher)
    })
  }
}
