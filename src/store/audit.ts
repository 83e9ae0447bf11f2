import type { Kysely } from 'kysely'
import type { Store, Tx } from '../application/ports.ts'
import { chainAudit } from '../desk/chain-audit.ts'
import type { AuditRecords } from '../desk/verify-records.ts'
import { nextValue } from './next-value.ts'
import type { Database } from './schema.ts'

export function audit(db: Kysely<Database>, key: string): Tx['audit'] {
  const lines = (ticket: number) => db.selectFrom('audit').selectAll().where('ticket', '=', ticket)
  return {
    async append(entry) {
      const previous = await lines(entry.ticket).orderBy('sequence', 'desc').limit(1).executeTakeFirst()
      const row = chainAudit(key, previous, entry)
      await db.insertInto('audit').values(row).execute()
      return row
    },
    of: (ticket) => lines(ticket).orderBy('sequence').execute(),
    nextWork: async () => -(await nextValue(db, 'work')),
  }
}

export function auditHeads(db: Kysely<Database>): Store['auditHeads'] {
  return () =>
    db
      .selectFrom('audit')
      .innerJoin(
        db
          .selectFrom('audit')
          .select((eb) => ['ticket', eb.fn.max<number>('sequence').as('sequence')])
          .groupBy('ticket')
          .as('end'),
        (join) => join.onRef('end.ticket', '=', 'audit.ticket').onRef('end.sequence', '=', 'audit.sequence'),
      )
      .select(['audit.ticket', 'audit.sequence', 'audit.hash', 'audit.at'])
      .orderBy('audit.ticket')
      .execute()
}

/** Everything that `verifyRecords` reads. */
export async function auditRecords(db: Kysely<Database>): Promise<AuditRecords> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('ticket').orderBy('sequence').execute()
  const retired = await db.selectFrom('audit_retired').selectAll().execute()
  const counters = await db.selectFrom('counters').selectAll().execute()
  const counted = (name: string): number => counters.find((each) => each.name === name)?.value ?? 0
  return { rows, retired, newestTicket: counted('ticket'), works: counted('work') }
}
