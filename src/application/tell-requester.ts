import { type Absence, absence } from '../desk/absence.ts'
import { forRequester } from '../desk/for-requester.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { Context } from './context.ts'
import { newestPost } from './newest-post.ts'
import type { Tx } from './ports.ts'
import type { TicketNews } from './post.ts'
import { type Reader, reading } from './reader.ts'
import { dmOf } from './show-session.ts'

/** The requester as a reader, in the language they use now. */
export async function requesterOf(tx: Tx, ticket: Ticket): Promise<Reader> {
  const { team } = ticket
  const { user, timeZone, language } = ticket.requester
  const current = (await tx.people.language(team, user)) ?? language
  return { team, user, language: current, ...(timeZone === undefined ? {} : { timeZone }) }
}

/** Postmasters who are not at work, as whoever waits for them is told; a report waits for nobody. */
export function absenceFor(context: Context, ticket: Ticket): { absence?: Absence } {
  if (ticket.onBehalfOf) return {}
  const away = absence(ticket, context.policy.workingHours, context.clock.now())
  return away === undefined ? {} : { absence: away }
}

/** Posts what happened to the ticket in its requester's DM; the news before it loses its buttons. */
export async function tellRequester(
  tx: Tx,
  context: Context,
  ticket: Ticket,
  news: TicketNews,
  text?: string,
): Promise<void> {
  const reader = await requesterOf(tx, ticket)
  const { newest, nextId } = await newestPost(tx, `news:${ticket.number}`)
  if (newest?.view.kind === 'ticket_news' && newest.view.live) {
    await tx.posts.put({ id: newest.id, surface: dmOf(reader), view: { ...newest.view, live: false } })
  }
  await tx.posts.put({
    id: nextId,
    surface: dmOf(reader),
    view: {
      kind: 'ticket_news',
      ...reading(reader),
      news,
      ticket: forRequester(ticket),
      ...(text === undefined ? {} : { text }),
      ...absenceFor(context, ticket),
      live: true,
    },
  })
}

/** Something happened that the requester does not hear of: their newest news stays as it is, and its buttons act on the ticket as it is now. */
export async function refreshNews(tx: Tx, ticket: Ticket): Promise<void> {
  const { newest } = await newestPost(tx, `news:${ticket.number}`)
  if (newest?.view.kind !== 'ticket_news') return
  const view = { ...newest.view, ticket: forRequester(ticket) }
  await tx.posts.put({ id: newest.id, surface: dmOf(await requesterOf(tx, ticket)), view })
}
