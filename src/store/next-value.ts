import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** The next value of a counter; never given twice, unless its transaction keeps nothing. */
export async function nextValue(db: Kysely<Database>, name: Database['counters']['name']): Promise<number> {
  const { value } = await db
    .updateTable('counters')
    .set((eb) => ({ value: eb('value', '+', 1) }))
    .where('name', '=', name)
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}
