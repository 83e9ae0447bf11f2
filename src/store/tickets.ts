import type { Kysely } from 'kysely'
import type { Tx } from '../application/ports.ts'
import { normaliseMailbox } from '../desk/normalise-mailbox.ts'
import { Ticket, type TicketState } from '../desk/ticket.ts'
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
    opened_at: ticket.openedAt,
    frozen: ticket.frozen === undefined ? 0 : 1,
    privileged: ticket.privileged ? 1 : 0,
    first_approver: ticket.approvals[0]?.user ?? null,
    second_approver: ticket.approvals[1]?.user ?? null,
    body: JSON.stringify(ticket),
  }
}

const liveStates: readonly TicketState[] = ['open', 'claimed', 'waiting']

type Writing = Pick<Tx['tickets'], 'nextNumber' | 'insert' | 'update' | 'amend'>

function writing(db: Kysely<Database>): Writing {
  const replace = async (ticket: Ticket, version: number): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable('tickets')
      .set(ticketColumns(ticket))
      .where('number', '=', ticket.number)
      .where('version', '=', version)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }
  return {
    nextNumber: () => nextValue(db, 'ticket'),
    async insert(ticket) {
      await db
        .insertInto('tickets')
        .values({ number: ticket.number, ...ticketColumns(ticket) })
        .execute()
    },
    update: (ticket) => replace(ticket, ticket.version - 1),
    amend: (ticket) => replace(ticket, ticket.version),
  }
}

const read = ({ body }: { readonly body: string }): Ticket => parseJson(Ticket, body)

export function tickets(db: Kysely<Database>): Tx['tickets'] {
  const inTeam = (team: string) => db.selectFrom('tickets').select('body').where('team', '=', team)
  const by = (team: string, user: string) =>
    inTeam(team).where('requester', '=', user).orderBy('number', 'desc')
  return {
    ...writing(db),
    async find(number) {
      const rows = db.selectFrom('tickets').select('body').where('number', '=', number)
      const row = await rows.executeTakeFirst()
      return row && read(row)
    },
    async openOf(team, user) {
      return (await by(team, user).where('state', 'in', liveStates).execute()).map(read)
    },
    async newestOf(team, user) {
      const row = await by(team, user).limit(1).executeTakeFirst()
      return row && read(row)
    },
    async live(team) {
      const rows = inTeam(team)
        .where(({ or, eb }) => or([eb('state', 'in', liveStates), eb('frozen', '=', 1)]))
        .orderBy('number')
      return (await rows.execute()).map(read)
    },
    async ofMailboxes(team, mailboxes, since) {
      const rows = inTeam(team)
        .where('mailbox_key', 'in', mailboxes.map(normaliseMailbox))
        .where(({ or, eb }) => or([eb('state', 'in', liveStates), eb('opened_at', '>=', since)]))
        .orderBy('number')
      return (await rows.execute()).map(read)
    },
    async countOpenedSince(team, since) {
      const { count } = await db
        .selectFrom('tickets')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('team', '=', team)
        .where('opened_at', '>=', since)
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    async openedSince(team, since, user) {
      const rows = inTeam(team).where('opened_at', '>=', since).orderBy('number')
      const wanted = user === undefined ? rows : rows.where('requester', '=', user)
      return (await wanted.execute()).map(read)
    },
  }
}
