import type { Clock } from '../../src/application/ports.ts'

/** A clock that stands still until it is told to move. */
export class ManualClock implements Clock {
  #now: number
  constructor(start = Date.UTC(2026, 10, 23, 7, 0, 0)) {
    this.#now = start
  }
  now(): number {
    return this.#now
  }
  advance(ms: number): void {
    this.#now += ms
  }
}
