import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { tables } from './migrations/0001-tables.ts'
import { appendOnlyAudit } from './migrations/0002-append-only-audit.ts'
import { chosenLanguage } from './migrations/0003-chosen-language.ts'
import { workingTogether } from './migrations/0005-working-together.ts'
import type { Database } from './schema.ts'

const migrations: Record<string, Migration> = {
  '0001-tables': tables,
  '0002-append-only-audit': appendOnlyAudit,
  '0003-chosen-language': chosenLanguage,
  '0005-working-together': workingTogether,
}

/** Brings the schema up to date, all or nothing. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
