import { PosternError } from '../../src/application/errors.ts'
import type { Directory, Person } from '../../src/application/ports.ts'

/** Slack's directory, from a list; out of reach while `isDown` says so. */
export class FakeDirectory implements Directory {
  readonly people: Person[] = []
  readonly managers = new Map<string, string>()
  isDown: () => boolean = () => false
  /** What was looked up, in order. */
  readonly asked: string[] = []

  async person(_team: string, user: string): Promise<Person> {
    this.#ask(`person ${user}`)
    const found = this.people.find((each) => each.user === user)
    return found ?? { team: 'T1', user, name: user, language: 'en', isMember: false }
  }
  async findByEmail(_team: string, email: string): Promise<Person | undefined> {
    this.#ask(`owner ${email}`)
    return this.people.find((each) => each.email === email)
  }
  async managerOf(_team: string, user: string): Promise<string | undefined> {
    this.#ask(`manager ${user}`)
    return this.managers.get(user)
  }
  readonly postmasters = new Set<string>()
  async isPostmaster(user: string): Promise<boolean> {
    this.#ask(`postmaster ${user}`)
    return this.postmasters.has(user)
  }
  forgetPerson(): void {
    // nothing is kept
  }
  forgetMembers(): void {
    // nothing is kept
  }

  #ask(what: string): void {
    this.asked.push(what)
    if (this.isDown()) throw new PosternError('directory_unavailable')
  }
}
