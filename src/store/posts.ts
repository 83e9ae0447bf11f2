import type { Kysely } from 'kysely'
import type { Tx } from '../application/ports.ts'
import { PostView, Surface } from '../application/post.ts'
import { nextValue } from './next-value.ts'
import { parseJson } from './parse-json.ts'
import type { Database } from './schema.ts'

/** Posts of one target go out one after another. */
function targetOf(surface: Surface): string {
  const place = surface.kind === 'channel' ? surface.channel : surface.user
  return `${surface.kind}:${surface.team}:${place}`
}

function ticketIn(view: PostView): number | null {
  return 'ticket' in view ? (view.ticket?.number ?? null) : null
}

export function posts(db: Kysely<Database>, now: number): Tx['posts'] {
  return {
    async put({ id, surface, view }) {
      const changed = await nextValue(db, 'order')
      await db
        .insertInto('posts')
        .values({
          id,
          target: targetOf(surface),
          surface: JSON.stringify(surface),
          view: JSON.stringify(view),
          revision: 1,
          changed,
          changed_at: now,
          ticket: ticketIn(view),
        })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((eb) => ({
            view: eb.ref('excluded.view'),
            changed_at: now,
            ticket: ticketIn(view),
            revision: eb('posts.revision', '+', 1),
            // One that waits already keeps its place in the line.
            changed: eb
              .case()
              .when('posts.revision', '>', eb.ref('posts.settled_revision'))
              .then(eb.ref('posts.changed'))
              .else(eb.ref('excluded.changed'))
              .end(),
          })),
        )
        .execute()
    },
    async find(id) {
      const row = await db
        .selectFrom('posts')
        .select(['surface', 'view', 'revision'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (row === undefined) return undefined
      return {
        id,
        surface: parseJson(Surface, row.surface),
        view: parseJson(PostView, row.view),
        revision: row.revision,
      }
    },
  }
}
