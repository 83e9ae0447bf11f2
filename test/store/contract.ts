import type { Store, Tx } from '../../src/application/ports.ts'
import { auditContract } from './contract/audit.ts'
import { deliveriesContract } from './contract/deliveries.ts'
import { figuresContract } from './contract/figures.ts'
import { heardContract } from './contract/heard.ts'
import { personContract } from './contract/person.ts'
import { postSequencesContract } from './contract/post-sequences.ts'
import { postsContract } from './contract/posts.ts'
import { retentionContract } from './contract/retention.ts'
import { peopleContract, sessionsContract } from './contract/sessions.ts'
import { ticketsContract } from './contract/tickets.ts'
import { timersContract } from './contract/timers.ts'

/** An engine under test: every call opens an empty store. */
interface Engine {
  readonly name: string
  open(): Promise<Store>
}

/** What a use case of the contract works with. */
export interface Subject {
  readonly store: () => Store
  /** Runs `use` as a delivery of its own, and gives its value. */
  readonly run: <T>(use: (tx: Tx) => Promise<T>) => Promise<T>
}

/** What every store holds, whatever its engine. */
export function storeContract(engine: Engine): void {
  describe(`a store in ${engine.name}`, () => {
    let current: Store | undefined
    let deliveries = 0
    const store = (): Store => {
      if (current === undefined) throw new Error('no store is open')
      return current
    }
    const subject: Subject = {
      store,
      async run(use) {
        deliveries += 1
        const delivered = await store().deliver(`run-${deliveries}`, 0, use)
        if (delivered.kind === 'seen') throw new Error('a key was given twice')
        return delivered.value
      },
    }
    beforeEach(async () => {
      current = await engine.open()
    })
    afterEach(() => store().close())

    deliveriesContract(subject)
    sessionsContract(subject)
    peopleContract(subject)
    ticketsContract(subject)
    postsContract(subject)
    postSequencesContract(engine.open)
    timersContract(subject)
    heardContract(subject)
    auditContract(subject)
    retentionContract(subject)
    personContract(subject)
    figuresContract(subject)
  })
}
