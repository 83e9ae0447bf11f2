import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { AuditRow } from '../../desk/audit.ts'
import { chainAudit, keyFingerprint } from '../../desk/chain-audit.ts'

/** The key of the chains, and when this is (ms since epoch). */
export interface AuditOrigin {
  readonly auditKey: string
  readonly now: number
}

/** SQLite only: a statement that is refused, with the reason. */
async function refuse(db: Kysely<unknown>, name: string, on: string, when: string): Promise<void> {
  const words =
    `create trigger ${name} before ${on} ${when === '' ? '' : `when ${when}`} ` +
    `begin select raise(abort, 'the audit is append-only'); end`
  await sql.raw(words).execute(db)
}

/** Lines told the state after, or the reason of a refusal, in one column; now they tell both, and the state before. */
async function splitDetail(db: Kysely<unknown>): Promise<void> {
  for (const column of ['from', 'to', 'reason']) {
    await db.schema
      .alterTable('audit')
      .addColumn(column, 'text', (text) => text.notNull().defaultTo(''))
      .execute()
  }
  await db.schema
    .alterTable('audit')
    .addColumn('keyed', 'integer', (column) => column.notNull().defaultTo(0).check(sql`keyed in (0, 1)`))
    .execute()
  await sql`update audit set "to" = detail where decision <> 'refused'`.execute(db)
  await sql`update audit set reason = detail where decision = 'refused'`.execute(db)
  await db.schema.alterTable('audit').dropColumn('detail').execute()
}

async function tables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_retired')
    .addColumn('ticket', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('head', 'text', (column) => column.notNull())
    .addColumn('endedAt', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('seal', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('audit_key')
    .addColumn('fingerprint', 'text', (column) => column.notNull().primaryKey())
    .execute()
  await sql`insert into counters (name, value) values ('work', 0)`.execute(db)
}

/** Whole chains alone may go, by way of a note on what they were; that they are old enough is held to 90 days here, and to the setting by the job. */
async function triggers(db: Kysely<unknown>): Promise<void> {
  const retired = (ticket: string): string => `exists (select 1 from audit_retired where ticket = ${ticket})`
  const last = 'select max(sequence) from audit where ticket = new.ticket'
  const isWhole =
    'exists (select 1 from audit where ticket = new.ticket and hash = new.head and at = new."endedAt" ' +
    `and sequence = new.sequence and sequence = (${last}) and at <= new.at - 7776000000)`
  await refuse(db, 'audit_no_update', 'update on audit', '')
  await refuse(db, 'audit_no_delete', 'delete on audit', `not ${retired('old.ticket')}`)
  await refuse(db, 'audit_no_return', 'insert on audit', retired('new.ticket'))
  const unfit = `${retired('new.ticket')} or not ${isWhole}`
  await refuse(db, 'audit_retired_whole', 'insert on audit_retired', unfit)
  for (const change of ['update', 'delete']) {
    await refuse(db, `audit_retired_no_${change}`, `${change} on audit_retired`, '')
    await refuse(db, `audit_key_no_${change}`, `${change} on audit_key`, '')
  }
}

/** Every chain written so far gets one line under the key: from here on nobody else can change what is before it. */
async function sealChains(db: Kysely<{ audit: AuditRow }>, { auditKey, now }: AuditOrigin): Promise<void> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('ticket').orderBy('sequence').execute()
  const ends = new Map(rows.map((row) => [row.ticket, row]))
  for (const [ticket, end] of ends) {
    const entry = { team: end.team, ticket, at: now, user: 'postern', action: 'seal' } as const
    const line = chainAudit(auditKey, end, { ...entry, decision: 'done', from: '', to: '', reason: '' })
    await db.insertInto('audit').values(line).execute()
  }
}

/** Chains under a key, and a way for whole old ones to go. Lines from before stay as they were, under a line that has the key. */
export function keyedAudit(origin: AuditOrigin): Migration {
  return {
    async up(db) {
      for (const change of ['update', 'delete']) {
        await sql`drop trigger ${sql.raw(`audit_no_${change}`)}`.execute(db)
      }
      await splitDetail(db)
      await tables(db)
      await sql`insert into audit_key (fingerprint) values (${keyFingerprint(origin.auditKey)})`.execute(db)
      await triggers(db)
      await sealChains(db, origin)
    },
  }
}
