import type { Ids } from '../../src/application/ports.ts'

/** Ids in counting order: `id-1`, `id-2`, …; a second process on the same database counts from elsewhere. */
export class CountingIds implements Ids {
  #count: number
  constructor(from = 0) {
    this.#count = from
  }
  next(): string {
    this.#count += 1
    return `id-${this.#count}`
  }
  reference(): string {
    this.#count += 1
    return `R${String(this.#count).padStart(3, '0')}`
  }
}
