import type { Ids } from '../../src/application/ports.ts'

/** Ids in counting order: `id-1`, `id-2`, … */
export class CountingIds implements Ids {
  #count = 0
  next(): string {
    this.#count += 1
    return `id-${this.#count}`
  }
  reference(): string {
    this.#count += 1
    return `R${String(this.#count).padStart(3, '0')}`
  }
}
