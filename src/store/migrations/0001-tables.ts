import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

async function sessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('user', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('live', 'integer', (column) => column.notNull().check(sql`live in (0, 1)`))
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('sessions_latest')
    .on('sessions')
    .columns(['team', 'user', 'position'])
    .execute()
  await db.schema
    .createIndex('sessions_one_live')
    .unique()
    .on('sessions')
    .columns(['team', 'user'])
    .where(sql<boolean>`live = 1`)
    .execute()
}

async function people(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('people')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('user', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull().check(sql`language in ('en', 'zh')`))
    .addPrimaryKeyConstraint('people_key', ['team', 'user'])
    .execute()
}

async function tickets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tickets')
    .addColumn('number', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('requester', 'text', (column) => column.notNull())
    .addColumn('mailbox_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('identity_check', 'text')
    .addColumn('outcome', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addCheckConstraint('tickets_state', sql`state in ('open', 'claimed', 'resolved', 'cancelled')`)
    .addCheckConstraint(
      'tickets_identity_check',
      sql`identity_check in ('callback', 'in_person', 'video_with_company_id', 'manager_vouched')`,
    )
    .addCheckConstraint(
      'tickets_outcome',
      sql`outcome in ('unlocked', 'password_reset', 'phone_unbound', 'enabled', 'other')`,
    )
    .addCheckConstraint(
      'tickets_resolved_on_record',
      sql`state <> 'resolved' or (identity_check is not null and outcome is not null)`,
    )
    .execute()
  await db.schema
    .createIndex('tickets_one_open')
    .unique()
    .on('tickets')
    .columns(['team', 'requester', 'mailbox_key'])
    .where(sql<boolean>`state in ('open', 'claimed')`)
    .execute()
}

async function posts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('posts')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('surface', 'text', (column) => column.notNull())
    .addColumn('view', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('settled_revision', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('changed', 'bigint', (column) => column.notNull())
    .addColumn('fence', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('leased_until', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('retry_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('uncertain_since', 'bigint')
    .addColumn('sent_channel', 'text')
    .addColumn('sent_ts', 'text')
    .addColumn('code', 'text')
    .execute()
  await db.schema
    .createIndex('posts_due')
    .on('posts')
    .columns(['target', 'changed'])
    .where(sql<boolean>`revision > settled_revision`)
    .execute()
}

async function timers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('timers')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('wait_over')`))
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('timers_one_a_subject', ['kind', 'subject'])
    .execute()
  await db.schema.createIndex('timers_due').on('timers').columns(['due_at', 'id']).execute()
}

async function deliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('deliveries')
    .addColumn('key', 'text', (column) => column.notNull().primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('deliveries_at').on('deliveries').column('at').execute()
}

async function audit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('ticket', 'integer', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('user', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_key', ['ticket', 'sequence'])
    .addCheckConstraint('audit_decision', sql`decision in ('done', 'late', 'refused')`)
    .execute()
}

async function counters(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('counters')
    .addColumn('name', 'text', (column) => column.notNull().primaryKey())
    .addColumn('value', 'bigint', (column) => column.notNull())
    .execute()
  await sql`insert into counters (name, value) values ('ticket', 1000), ('order', 0)`.execute(db)
}

export const tables: Migration = {
  async up(db) {
    for (const create of [sessions, people, tickets, posts, timers, deliveries, audit, counters]) {
      await create(db)
    }
  },
}
