import type { Kysely } from 'kysely'
import type { Store, Tx } from '../application/ports.ts'
import { audit, auditHeads } from './audit.ts'
import { deliveries } from './deliveries.ts'
import { figures } from './figures.ts'
import { heard } from './heard.ts'
import { people } from './people.ts'
import { personRecords } from './person-records.ts'
import { postQueue } from './post-queue.ts'
import { posts } from './posts.ts'
import { retention } from './retention.ts'
import type { Database } from './schema.ts'
import { sessions } from './sessions.ts'
import { tickets } from './tickets.ts'
import { timerQueue, timers } from './timers.ts'

function tx(db: Kysely<Database>, auditKey: string, now: number): Tx {
  return {
    sessions: sessions(db),
    people: people(db),
    tickets: tickets(db),
    posts: posts(db, now),
    timers: timers(db),
    audit: audit(db, auditKey),
    heard: heard(db),
    figures: figures(db),
    retention: retention(db, auditKey),
    person: personRecords(db),
  }
}

/** The store over an open database whose schema is up to date, and whose chains are under this key. */
export function createStore(db: Kysely<Database>, auditKey: string): Store {
  return {
    deliver: (key, now, use) =>
      db.transaction().execute(async (transaction) => {
        if (!(await deliveries(transaction).record(key, now))) return { kind: 'seen' }
        return { kind: 'handled', value: await use(tx(transaction, auditKey, now)) }
      }),
    ...postQueue(db),
    findTicket: (number) => tickets(db).find(number),
    ...timerQueue(db),
    auditHeads: auditHeads(db),
    forgetDeliveries: (before) => deliveries(db).forget(before),
    close: () => db.destroy(),
  }
}
