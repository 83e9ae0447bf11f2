import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** Slack's deliveries by their keys, so that one that comes twice is known again. */
interface Deliveries {
  /** False: the key was recorded before. */
  record(key: string, at: number): Promise<boolean>
  forget(before: number): Promise<void>
}

export function deliveries(db: Kysely<Database>): Deliveries {
  return {
    async record(key, at) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('deliveries')
        .values({ key, at })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    async forget(before) {
      await db.deleteFrom('deliveries').where('at', '<', before).execute()
    },
  }
}
