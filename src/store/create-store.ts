import type { Kysely } from 'kysely'
import type { Store, Tx } from '../application/ports.ts'
import { audit } from './audit.ts'
import { deliveries } from './deliveries.ts'
import { people } from './people.ts'
import { postQueue } from './post-queue.ts'
import { posts } from './posts.ts'
import type { Database } from './schema.ts'
import { sessions } from './sessions.ts'
import { tickets } from './tickets.ts'
import { timerQueue, timers } from './timers.ts'

function tx(db: Kysely<Database>): Tx {
  return {
    sessions: sessions(db),
    people: people(db),
    tickets: tickets(db),
    posts: posts(db),
    timers: timers(db),
    audit: audit(db),
  }
}

/** The store over an open database whose schema is up to date. */
export function createStore(db: Kysely<Database>): Store {
  return {
    deliver: (key, now, use) =>
      db.transaction().execute(async (transaction) => {
        if (!(await deliveries(transaction).record(key, now))) return { kind: 'seen' }
        return { kind: 'handled', value: await use(tx(transaction)) }
      }),
    ...postQueue(db),
    ...timerQueue(db),
    forgetDeliveries: (before) => deliveries(db).forget(before),
    close: () => db.destroy(),
  }
}
