import type { Kysely } from 'kysely'
import type { Course } from '../application/figures.ts'
import type { FiguresTx } from '../application/ports.ts'
import { Session } from '../guide/session.ts'
import { parseJson } from './parse-json.ts'
import type { Database } from './schema.ts'

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
      const opened = await firstDone(db, team, since, ['open'])
      const claimed = await firstDone(db, team, since, ['claim'])
      const closed = await firstDone(db, team, since, ['resolve', 'decline'])
      const tickets = await db
        .selectFrom('tickets')
        .select(['number', 'reason'])
        .where('team', '=', team)
        .where('number', '>=', Math.min(...opened.keys()))
        .execute()
      return tickets.flatMap(({ number, reason }): Course[] => {
        const [openedAt, claimedAt, closedAt] = [opened, claimed, closed].map((at) => at.get(number))
        if (openedAt === undefined) return []
        return [{ reason, openedAt, ...(claimedAt !== undefined && { claimedAt }), ...(closedAt !== undefined && { closedAt }) }]
      })
    },
    async heard() {
      return new Map()
    },
  }
}
