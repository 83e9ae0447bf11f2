import type { Kysely } from 'kysely'
import type { Tx } from '../application/ports.ts'
import { normaliseMailbox } from '../desk/normalise-mailbox.ts'
import { Ticket } from '../desk/ticket.ts'
import { nextValue } from './next-value.ts'
import { parseJson } from './parse-json.ts'
import type { Database } from './schema.ts'

export function ticketColumns(ticket: Ticket) {
  return {
    team: ticket.team,
    requester: ticket.requester.user,
    mailbox_key: normaliseMailbox(ticket.mailbox),
    state: ticket.state,
    version: ticket.version,
    identity_check: ticket.identityCheck ?? null,
    outcome: ticket.outcome ?? null,
    decline_reason: ticket.declineReason ?? null,
    body: JSON.stringify(ticket),
  }
}

export function tickets(db: Kysely<Database>): Tx['tickets'] {
  return {
    nextNumber: () => nextValue(db, 'ticket'),
    async insert(ticket) {
      await db
        .insertInto('tickets')
        .values({ number: ticket.number, ...ticketColumns(ticket) })
        .execute()
    },
    async find(number) {
      const row = await db
        .selectFrom('tickets')
        .select('body')
        .where('number', '=', number)
        .executeTakeFirst()
      return row && parseJson(Ticket, row.body)
    },
    async openOf(team, user) {
      const rows = await db
        .selectFrom('tickets')
        .select('body')
        .where('team', '=', team)
        .where('requester', '=', user)
        .where('state', 'in', ['open', 'claimed', 'waiting'])
        .orderBy('number', 'desc')
        .execute()
      return rows.map((row) => parseJson(Ticket, row.body))
    },
    async newestOf(team, user) {
      const row = await db
        .selectFrom('tickets')
        .select('body')
        .where('team', '=', team)
        .where('requester', '=', user)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && parseJson(Ticket, row.body)
    },
    async update(ticket) {
      const { numUpdatedRows } = await db
        .updateTable('tickets')
        .set(ticketColumns(ticket))
        .where('number', '=', ticket.number)
        .where('version', '=', ticket.version - 1)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
