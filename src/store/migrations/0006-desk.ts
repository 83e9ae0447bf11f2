import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const kept = [
  'number',
  'team',
  'requester',
  'mailbox_key',
  'state',
  'version',
  'identity_check',
  'outcome',
  'decline_reason',
  'body',
]

async function createTickets(db: Kysely<unknown>): Promise<void> {
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
    .addColumn('opened_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('frozen', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('privileged', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('first_approver', 'text')
    .addColumn('second_approver', 'text')
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
    .addCheckConstraint(
      'tickets_resolved_by_two',
      sql`state <> 'resolved' or privileged = 0 or (first_approver is not null and second_approver is not null and first_approver <> second_approver)`,
    )
    .execute()
}

async function indexTickets(db: Kysely<unknown>): Promise<void> {
  const live = sql<boolean>`state in ('open', 'claimed', 'waiting')`
  await db.schema
    .createIndex('tickets_one_open')
    .unique()
    .on('tickets')
    .columns(['team', 'requester', 'mailbox_key'])
    .where(live)
    .execute()
  await db.schema
    .createIndex('tickets_live')
    .on('tickets')
    .columns(['team', 'number'])
    .where(sql<boolean>`state in ('open', 'claimed', 'waiting') or frozen = 1`)
    .execute()
  await db.schema
    .createIndex('tickets_mailbox')
    .on('tickets')
    .columns(['team', 'mailbox_key', 'opened_at'])
    .execute()
  await db.schema.createIndex('tickets_opened').on('tickets').columns(['team', 'opened_at']).execute()
  await db.schema
    .createIndex('tickets_requester')
    .on('tickets')
    .columns(['team', 'requester', 'number'])
    .execute()
}

/** Timers of tickets and of the desk; the table is made anew, for SQLite cannot change a check. */
async function widenTimers(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('timers_due').execute()
  await db.schema.alterTable('timers').renameTo('timers_before').execute()
  await db.schema
    .createTable('timers')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(sql`kind in ('wait_over', 'tell_owner', 'desk_round')`),
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
}

async function createHeard(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('heard')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('user', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addCheckConstraint(
      'heard_decision',
      sql`decision in ('accept', 'clarify', 'fallback', 'screen', 'not_read')`,
    )
    .execute()
  await db.schema.createIndex('heard_by').on('heard').columns(['team', 'user', 'at']).execute()
  await db.schema.createIndex('heard_at').on('heard').columns(['team', 'at']).execute()
}

/** Two postmasters for some mailboxes, tickets that their owner stopped, and how much each person writes. */
export const desk: Migration = {
  async up(db) {
    await createTickets(db)
    const names = sql.join(kept.map((name) => sql.ref(name)))
    // SQLite only: an engine that comes later has no rows from before.
    await sql`insert into tickets_next (${names}, opened_at) select ${names}, json_extract(body, '$.openedAt') from tickets`.execute(
      db,
    )
    await db.schema.dropTable('tickets').execute()
    await db.schema.alterTable('tickets_next').renameTo('tickets').execute()
    await indexTickets(db)
    await widenTimers(db)
    await createHeard(db)
  },
}
