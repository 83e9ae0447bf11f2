import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Course, FiguresTx } from '../application/ports.ts'
import { Ticket } from '../desk/ticket.ts'
import { Session } from '../guide/session.ts'
import { parseJson } from './parse-json.ts'
import type { Database } from './schema.ts'

/** All that is counted of a ticket. */
const Reason = z.object({ reason: Ticket.shape.reason })

/** When the first line of each ticket that tells of such a deed was written. */
async function firstDone(
  db: Kysely<Database>,
  team: string,
  since: number,
  actions: readonly string[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('audit')
    .select(({ fn }) => ['ticket', fn.min('at').as('at')])
    .where('team', '=', team)
    .where('at', '>=', since)
    .where('decision', '=', 'done')
    .where('action', 'in', actions)
    .groupBy('ticket')
    .execute()
  return new Map(rows.map(({ ticket, at }) => [ticket, at]))
}

export function figures(db: Kysely<Database>): FiguresTx {
  return {
    async endedWalks(team, since) {
      const rows = await db
        .selectFrom('sessions')
        .select('body')
        .where('team', '=', team)
        .where('live', '=', 0)
        .where('touched_at', '>=', since)
        .execute()
      return rows.map((row) => parseJson(Session, row.body))
    },
    async courses(team, since) {
      const claimed = await firstDone(db, team, since, ['claim'])
      const closed = await firstDone(db, team, since, ['resolve', 'decline'])
      const tickets = await db
        .selectFrom('tickets')
        .select(['number', 'opened_at', 'body'])
        .where('team', '=', team)
        .where('opened_at', '>=', since)
        .orderBy('number')
        .execute()
      return tickets.map(({ number, opened_at, body }): Course => {
        const [claimedAt, closedAt] = [claimed.get(number), closed.get(number)]
        return {
          reason: parseJson(Reason, body).reason,
          openedAt: opened_at,
          ...(claimedAt !== undefined && { claimedAt }),
          ...(closedAt !== undefined && { closedAt }),
        }
      })
    },
    async heard(team, since) {
      const rows = await db
        .selectFrom('heard')
        .select(({ fn }) => ['decision', fn.countAll<number>().as('count')])
        .where('team', '=', team)
        .where('at', '>=', since)
        .groupBy('decision')
        .execute()
      return new Map(rows.map(({ decision, count }) => [decision, Number(count)]))
    },
  }
}
