import type { Kysely, Selectable } from 'kysely'
import type { PersonTx } from '../application/ports.ts'
import { type Post, PostView, Surface } from '../application/post.ts'
import { names } from '../desk/retention.ts'
import { Ticket } from '../desk/ticket.ts'
import { Session } from '../guide/session.ts'
import { parseJson } from './parse-json.ts'
import type { Database } from './schema.ts'

const placesOf = (team: string, user: string): string[] => [`dm:${team}:${user}`, `home:${team}:${user}`]

function postOf(row: Pick<Selectable<Database['posts']>, 'id' | 'surface' | 'view' | 'revision'>): Post {
  const { id, revision } = row
  return { id, revision, surface: parseJson(Surface, row.surface), view: parseJson(PostView, row.view) }
}

type Reading = Omit<PersonTx, 'forget'>

function reading(db: Kysely<Database>): Reading {
  const sessionsOf = (team: string, user: string) =>
    db.selectFrom('sessions').where('team', '=', team).where('user', '=', user)
  const posts = db.selectFrom('posts').select(['id', 'surface', 'view', 'revision']).orderBy('changed')
  return {
    async sessions(team, user) {
      const rows = await sessionsOf(team, user).select('body').orderBy('position').execute()
      return rows.map((row) => parseJson(Session, row.body))
    },
    async tickets(team, user) {
      const rows = await db
        .selectFrom('tickets')
        .select('body')
        .where('team', '=', team)
        // A first sieve; who is named is told by the ticket itself.
        .where('body', 'like', `%${user}%`)
        .orderBy('number')
        .execute()
      return rows.map((row) => parseJson(Ticket, row.body)).filter((ticket) => names(ticket, user))
    },
    async posts(team, user) {
      return (await posts.where('target', 'in', placesOf(team, user)).execute()).map(postOf)
    },
    async postsOf(tickets) {
      if (tickets.length === 0) return []
      return (await posts.where('ticket', 'in', tickets).execute()).map(postOf)
    },
    async timers(team, user) {
      const rows = await db.selectFrom('timers').selectAll().orderBy('due_at').execute()
      const ids = await sessionsOf(team, user).select('id').execute()
      const subjects = new Set(ids.map(({ id }) => `session:${id}`))
      return rows
        .filter(({ subject }) => subjects.has(subject))
        .map(({ id, kind, subject, due_at }) => ({ id, kind, subject, dueAt: due_at }))
    },
    heard: (team, user) =>
      db
        .selectFrom('heard')
        .select(['team', 'user', 'at', 'decision'])
        .where('team', '=', team)
        .where('user', '=', user)
        .orderBy('at')
        .execute(),
    audit: (team, user) =>
      db
        .selectFrom('audit')
        .selectAll()
        .where('team', '=', team)
        .where(({ or, and, eb }) =>
          or([eb('user', '=', user), and([eb('ticket', '<', 0), eb('reason', '=', user)])]),
        )
        .orderBy('at')
        .orderBy('ticket')
        .orderBy('sequence')
        .execute(),
  }
}

export function personRecords(db: Kysely<Database>): PersonTx {
  const records = reading(db)
  return {
    ...records,
    async forget(team, user) {
      const ids = (await records.timers(team, user)).map(({ id }) => id)
      for (const id of ids) await db.deleteFrom('timers').where('id', '=', id).execute()
      for (const table of ['sessions', 'people', 'heard'] as const) {
        await db.deleteFrom(table).where('team', '=', team).where('user', '=', user).execute()
      }
      await db.deleteFrom('posts').where('target', 'in', placesOf(team, user)).execute()
    },
  }
}
