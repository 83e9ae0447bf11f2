import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const columns = [
  'number',
  'team',
  'requester',
  'mailbox_key',
  'state',
  'version',
  'identity_check',
  'outcome',
  'body',
]

async function createTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tickets_next')
    .addColumn('number', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('requester', 'text', (column) => column.notNull())
    .addColumn('mailbox_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('identity_check', 'text')
    .addColumn('outcome', 'text')
    .addColumn('decline_reason', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addCheckConstraint(
      'tickets_state',
      sql`state in ('open', 'claimed', 'waiting', 'resolved', 'declined', 'cancelled')`,
    )
    .addCheckConstraint(
      'tickets_identity_check',
      sql`identity_check in ('callback', 'in_person', 'video_with_company_id', 'manager_vouched', 'idp_challenge')`,
    )
    .addCheckConstraint(
      'tickets_outcome',
      sql`outcome in ('unlocked', 'password_reset', 'phone_unbound', 'enabled', 'other')`,
    )
    .addCheckConstraint(
      'tickets_decline_reason',
      sql`decline_reason in ('identity_not_confirmed', 'not_their_mailbox', 'not_mail', 'no_answer', 'duplicate', 'other')`,
    )
    .addCheckConstraint(
      'tickets_resolved_on_record',
      sql`state <> 'resolved' or (identity_check is not null and outcome is not null)`,
    )
    .addCheckConstraint(
      'tickets_declined_with_reason',
      sql`state <> 'declined' or decline_reason is not null`,
    )
    .execute()
}

/** Tickets that wait for their requester or are declined. The table is made anew, for SQLite cannot change a check. */
export const workingTogether: Migration = {
  async up(db) {
    await createTable(db)
    const names = sql.join(columns.map((name) => sql.ref(name)))
    await sql`insert into tickets_next (${names}) select ${names} from tickets`.execute(db)
    await db.schema.dropTable('tickets').execute()
    await db.schema.alterTable('tickets_next').renameTo('tickets').execute()
    await db.schema
      .createIndex('tickets_one_open')
      .unique()
      .on('tickets')
      .columns(['team', 'requester', 'mailbox_key'])
      .where(sql<boolean>`state in ('open', 'claimed', 'waiting')`)
      .execute()
  },
}
