import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { tables } from './migrations/0001-tables.ts'
import { appendOnlyAudit } from './migrations/0002-append-only-audit.ts'
import { chosenLanguage } from './migrations/0003-chosen-language.ts'
import { type AuditOrigin, keyedAudit } from './migrations/0004-keyed-audit.ts'
import { retention } from './migrations/0004-retention.ts'
import { workingTogether } from './migrations/0005-working-together.ts'
import { desk } from './migrations/0006-desk.ts'
import { holdOver } from './migrations/0007-hold-over.ts'
import type { Database } from './schema.ts'

function migrations(origin: AuditOrigin): Record<string, Migration> {
  return {
    '0001-tables': tables,
    '0002-append-only-audit': appendOnlyAudit,
    '0003-chosen-language': chosenLanguage,
    '0004-keyed-audit': keyedAudit(origin),
    '0004-retention': retention(origin),
    '0005-working-together': workingTogether,
    '0006-desk': desk,
    '0007-hold-over': holdOver,
  }
}

function migratorOf(db: Kysely<Database>, origin: AuditOrigin): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations(origin) } })
}

/** Whether this Postern made the schema as it is, or one that has the same. */
export async function isUpToDate(db: Kysely<Database>): Promise<boolean> {
  const made = await migratorOf(db, { auditKey: '', now: 0 }).getMigrations()
  return made.every(({ executedAt }) => executedAt !== undefined)
}

/** Brings the schema up to date, all or nothing; chains that have no key yet get this one. */
export async function migrate(db: Kysely<Database>, origin: AuditOrigin): Promise<void> {
  const migrator = migratorOf(db, origin)
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
