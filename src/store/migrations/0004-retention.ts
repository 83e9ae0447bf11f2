import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** SQLite only: an engine that comes later has no rows from before. */
async function fillIn(db: Kysely<unknown>, now: number): Promise<void> {
  await sql`update sessions set touched_at = json_extract(body, '$.touchedAt')`.execute(db)
  await sql`update posts set changed_at = ${now}, ticket = json_extract(view, '$.ticket.number')`.execute(db)
}

/** By what a record's age is known, and which ticket a post shows. */
export function retention({ now }: { readonly now: number }): Migration {
  return {
    async up(db) {
      await db.schema
        .alterTable('sessions')
        .addColumn('touched_at', 'bigint', (column) => column.notNull().defaultTo(0))
        .execute()
      await db.schema
        .alterTable('posts')
        .addColumn('changed_at', 'bigint', (column) => column.notNull().defaultTo(0))
        .execute()
      await db.schema.alterTable('posts').addColumn('ticket', 'integer').execute()
      await db.schema.createIndex('posts_ticket').on('posts').column('ticket').execute()
      await fillIn(db, now)
    },
  }
}
