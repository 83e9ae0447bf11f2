import type { Migration } from 'kysely/migration'

/** Whether a person chose their language (1), or only wrote in it (0). */
export const chosenLanguage: Migration = {
  async up(db) {
    await db.schema
      .alterTable('people')
      .addColumn('chosen', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  },
}
