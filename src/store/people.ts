import type { Kysely } from 'kysely'
import type { Tx } from '../application/ports.ts'
import { Language } from '../language.ts'
import type { Database } from './schema.ts'

export function people(db: Kysely<Database>): Tx['people'] {
  return {
    async language(team, user) {
      const row = await db
        .selectFrom('people')
        .select('language')
        .where('team', '=', team)
        .where('user', '=', user)
        .executeTakeFirst()
      return row && Language.parse(row.language)
    },
    async setLanguage(team, user, language, how) {
      const chosen = how === 'chosen' ? 1 : 0
      await db
        .insertInto('people')
        .values({ team, user, language, chosen })
        .onConflict((conflict) =>
          conflict
            .columns(['team', 'user'])
            .doUpdateSet({ language, chosen })
            .where('people.chosen', '<=', chosen),
        )
        .execute()
    },
  }
}
