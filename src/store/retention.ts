import type { Kysely } from 'kysely'
import type { RetentionTx } from '../application/ports.ts'
import { PostView } from '../application/post.ts'
import { retireChain, verifyChain } from '../desk/chain-audit.ts'
import { closedStates } from '../desk/retention.ts'
import { Ticket } from '../desk/ticket.ts'
import { parseJson } from './parse-json.ts'
import type { Database } from './schema.ts'
import { ticketColumns } from './tickets.ts'

/** When each of these tickets came to the state it is in; lines from before chains had a key do not tell the state before. */
function closings(db: Kysely<Database>, numbers: readonly number[]) {
  return db
    .selectFrom('audit')
    .select((eb) => ['ticket', eb.fn.max<number>('at').as('at')])
    .where('ticket', 'in', numbers)
    .where('decision', '=', 'done')
    .where(({ or, eb }) => or([eb('audit.from', '<>', eb.ref('audit.to')), eb('keyed', '=', 0)]))
    .groupBy('ticket')
    .execute()
}

type TicketRecords = Pick<RetentionTx, 'closedTickets' | 'rewriteTicket' | 'removeTicket'>

function ticketRecords(db: Kysely<Database>): TicketRecords {
  return {
    async closedTickets(after, limit) {
      const rows = await db
        .selectFrom('tickets')
        .select('body')
        .where('number', '>', after)
        .where('state', 'in', closedStates)
        .where('frozen', '=', 0)
        .orderBy('number')
        .limit(limit)
        .execute()
      if (rows.length === 0) return []
      const tickets = rows.map((row) => parseJson(Ticket, row.body))
      const closed = await closings(
        db,
        tickets.map((ticket) => ticket.number),
      )
      const at = new Map(closed.map((row) => [row.ticket, row.at]))
      return tickets.map((ticket) => ({ ticket, closedAt: at.get(ticket.number) ?? ticket.openedAt }))
    },
    async rewriteTicket(ticket, rewrite) {
      const { numUpdatedRows } = await db
        .updateTable('tickets')
        .set(ticketColumns(ticket))
        .where('number', '=', ticket.number)
        .where('version', '=', ticket.version)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) return false
      const shown = db.selectFrom('posts').select(['id', 'view']).where('ticket', '=', ticket.number)
      for (const { id, view } of await shown.execute()) {
        const rewritten = JSON.stringify(rewrite(parseJson(PostView, view)))
        await db.updateTable('posts').set({ view: rewritten }).where('id', '=', id).execute()
      }
      return true
    },
    async removeTicket({ number, version }) {
      const { numDeletedRows } = await db
        .deleteFrom('tickets')
        .where('number', '=', number)
        .where('version', '=', version)
        .executeTakeFirst()
      if (numDeletedRows !== 1n) return false
      await db.deleteFrom('posts').where('ticket', '=', number).execute()
      await db.deleteFrom('timers').where('subject', '=', `ticket:${number}`).execute()
      return true
    },
  }
}

type IdleRecords = Pick<RetentionTx, 'removeEndedSessions' | 'removeIdlePosts' | 'removeHeard'>

function idleRecords(db: Kysely<Database>): IdleRecords {
  return {
    async removeEndedSessions(before, limit) {
      const ended = db
        .selectFrom('sessions')
        .select('id')
        .where('live', '=', 0)
        .where('touched_at', '<', before)
        .limit(limit)
      const { numDeletedRows } = await db.deleteFrom('sessions').where('id', 'in', ended).executeTakeFirst()
      return Number(numDeletedRows)
    },
    async removeHeard(before, limit) {
      // Rows have no name of their own, so all of the same moment go at once.
      const oldest = await db
        .selectFrom('heard')
        .select('at')
        .where('at', '<', before)
        .orderBy('at')
        .limit(limit)
        .execute()
      const last = oldest.at(-1)
      if (last === undefined) return 0
      await db.deleteFrom('heard').where('at', '<=', last.at).execute()
      return oldest.length
    },
    async removeIdlePosts(before, limit) {
      const live = db
        .selectFrom('sessions')
        .select((eb) => eb.fn<string>('json_extract', ['body', eb.val('$.card')]).as('card'))
        .where('live', '=', 1)
      const idle = db
        .selectFrom('posts')
        .select('id')
        .where('ticket', 'is', null)
        .where('changed_at', '<', before)
        .whereRef('revision', '=', 'settled_revision')
        .where('id', 'not in', live)
        .limit(limit)
      const { numDeletedRows } = await db.deleteFrom('posts').where('id', 'in', idle).executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

type ChainRecords = Pick<RetentionTx, 'endedChains' | 'retireChain'>

function chainRecords(db: Kysely<Database>, key: string): ChainRecords {
  return {
    async endedChains(before, after, limit) {
      const rows = await db
        .selectFrom('audit')
        .select('ticket')
        .where('ticket', '>', after)
        .where('ticket', 'not in', db.selectFrom('tickets').select('number'))
        .groupBy('ticket')
        .having((eb) => eb.fn.max('at'), '<', before)
        .orderBy('ticket')
        .limit(limit)
        .execute()
      return rows.map((row) => row.ticket)
    },
    async retireChain(ticket, at) {
      const chain = await db
        .selectFrom('audit')
        .selectAll()
        .where('ticket', '=', ticket)
        .orderBy('sequence')
        .execute()
      const last = chain.at(-1)
      const broken = verifyChain(key, chain)
      if (last === undefined || broken !== undefined) return broken
      await db
        .insertInto('audit_retired')
        .values(retireChain(key, last, at))
        .execute()
      await db.deleteFrom('audit').where('ticket', '=', ticket).execute()
      return undefined
    },
  }
}

/** Records that were kept long enough. SQLite only in one place: reading a session's card out of its JSON. */
export function retention(db: Kysely<Database>, auditKey: string): RetentionTx {
  return { ...ticketRecords(db), ...idleRecords(db), ...chainRecords(db, auditKey) }
}
