import type { Kysely } from 'kysely'
import type { Store, Tx } from '../application/ports.ts'
import type { Database } from './schema.ts'

export function timers(db: Kysely<Database>): Tx['timers'] {
  return {
    async start({ id, kind, subject, dueAt }) {
      await db
        .insertInto('timers')
        .values({ id, kind, subject, due_at: dueAt })
        .onConflict((conflict) => conflict.columns(['kind', 'subject']).doUpdateSet({ id, due_at: dueAt }))
        .execute()
    },
    async cancel(kind, subject) {
      await db.deleteFrom('timers').where('kind', '=', kind).where('subject', '=', subject).execute()
    },
  }
}

export function timerQueue(db: Kysely<Database>): Pick<Store, 'dueTimers' | 'nextTimerAt'> {
  return {
    async dueTimers(now, limit) {
      const rows = await db
        .selectFrom('timers')
        .selectAll()
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(({ id, kind, subject, due_at }) => ({ id, kind, subject, dueAt: due_at }))
    },
    async nextTimerAt() {
      const row = await db.selectFrom('timers').select('due_at').orderBy('due_at').limit(1).executeTakeFirst()
      return row?.due_at
    },
  }
}
