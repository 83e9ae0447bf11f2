import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Timers for what ends on a ticket by itself; the table is made anew, for SQLite cannot change a check. */
export const holdOver: Migration = {
  async up(db) {
    await db.schema.dropIndex('timers_due').execute()
    await db.schema.alterTable('timers').renameTo('timers_before').execute()
    await db.schema
      .createTable('timers')
      .addColumn('id', 'text', (column) => column.notNull().primaryKey())
      .addColumn('kind', 'text', (column) =>
        column.notNull().check(sql`kind in ('wait_over', 'tell_owner', 'desk_round', 'hold_over')`),
      )
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('timers_one_a_subject', ['kind', 'subject'])
      .execute()
    await sql`insert into timers (id, kind, subject, due_at) select id, kind, subject, due_at from timers_before`.execute(
      db,
    )
    await db.schema.dropTable('timers_before').execute()
    await db.schema.createIndex('timers_due').on('timers').columns(['due_at', 'id']).execute()
  },
}
