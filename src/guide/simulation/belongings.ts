import type { Means } from './ways.ts'

/** What a person has, which remembers what it was asked for: who differs only in other things is played the same. */
export class Belongings {
  readonly #things: ReadonlySet<Means>
  readonly #asked: Set<Means>
  constructor(things: ReadonlySet<Means>, asked: Set<Means>) {
    this.#things = things
    this.#asked = asked
  }

  has(means: Means): boolean {
    this.#asked.add(means)
    return this.#things.has(means)
  }

  with(gained: readonly Means[]): Belongings {
    return gained.length === 0 ? this : new Belongings(new Set([...this.#things, ...gained]), this.#asked)
  }
}
