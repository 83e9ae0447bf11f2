import type { Kysely } from 'kysely'
import type { Tx } from '../application/ports.ts'
import { isLive, Session } from '../guide/session.ts'
import { nextValue } from './next-value.ts'
import { parseJson } from './parse-json.ts'
import type { Database } from './schema.ts'

function columns(session: Session) {
  const { version, touchedAt } = session
  return { version, live: isLive(session) ? 1 : 0, touched_at: touchedAt, body: JSON.stringify(session) }
}

export function sessions(db: Kysely<Database>): Tx['sessions'] {
  return {
    async latest(team, user) {
      const row = await db
        .selectFrom('sessions')
        .select('body')
        .where('team', '=', team)
        .where('user', '=', user)
        .orderBy('position', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && parseJson(Session, row.body)
    },
    async find(id) {
      const row = await db.selectFrom('sessions').select('body').where('id', '=', id).executeTakeFirst()
      return row && parseJson(Session, row.body)
    },
    async insert(session) {
      const { id, team, user } = session
      const position = await nextValue(db, 'order')
      await db
        .insertInto('sessions')
        .values({ id, team, user, position, ...columns(session) })
        .execute()
    },
    async update(session) {
      const { numUpdatedRows } = await db
        .updateTable('sessions')
        .set(columns(session))
        .where('id', '=', session.id)
        .where('version', '=', session.version - 1)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
