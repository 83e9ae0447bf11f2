import type { Kysely } from 'kysely'
import type { Tx } from '../application/ports.ts'
import { chainAudit } from '../desk/chain-audit.ts'
import type { Database } from './schema.ts'

export function audit(db: Kysely<Database>): Tx['audit'] {
  const lines = (ticket: number) => db.selectFrom('audit').selectAll().where('ticket', '=', ticket)
  return {
    async append(entry) {
      const previous = await lines(entry.ticket).orderBy('sequence', 'desc').limit(1).executeTakeFirst()
      const row = chainAudit(previous, entry)
      await db.insertInto('audit').values(row).execute()
      return row
    },
    of: (ticket) => lines(ticket).orderBy('sequence').execute(),
  }
}
