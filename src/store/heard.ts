import type { Kysely } from 'kysely'
import type { Tx } from '../application/ports.ts'
import type { Database } from './schema.ts'

export function heard(db: Kysely<Database>): Tx['heard'] {
  return {
    async note(message) {
      await db.insertInto('heard').values(message).execute()
    },
    async count(team, user, since) {
      const { count } = await db
        .selectFrom('heard')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('team', '=', team)
        .where('user', '=', user)
        .where('at', '>=', since)
        .executeTakeFirstOrThrow()
      return Number(count)
    },
  }
}
