import { deskLimits } from '../desk/limits.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { Context } from './context.ts'
import { newestPost } from './newest-post.ts'
import type { Tx } from './ports.ts'
import type { PostView, Surface } from './post.ts'
import { postTicket } from './post-ticket.ts'

type Digest = Extract<PostView, { kind: 'digest' }>

/** As many as a menu holds; more begin a new list. */
const longestList = 100

function lineOf({ number, reason, openedAt }: Ticket): Digest['tickets'][number] {
  return { number, reason, openedAt }
}

function goesOn(view: PostView | undefined, now: number): view is Digest {
  if (view?.kind !== 'digest' || view.tickets.length >= longestList) return false
  return now - (view.tickets.at(-1)?.openedAt ?? 0) < deskLimits.storm.withinMs
}

/** Adds the ticket to the list of this storm. A new list pings the group; one that grows tells nobody again. */
async function list(tx: Tx, context: Context, ticket: Ticket): Promise<void> {
  const { team, openedAt } = ticket
  const { postmasterChannel: channel, postmasterLanguage } = context
  const { usergroup } = context.postmasters
  const surface: Surface = { kind: 'channel', team, channel }
  const { newest, newestId, nextId } = await newestPost(tx, `digest:${team}`)
  const before = newest?.view
  if (goesOn(before, openedAt)) {
    await tx.posts.put({
      id: newestId,
      surface,
      view: { ...before, tickets: [...before.tickets, lineOf(ticket)] },
    })
    return
  }
  await tx.posts.put({
    id: nextId,
    surface,
    view: {
      kind: 'digest',
      language: postmasterLanguage,
      tickets: [lineOf(ticket)],
      ...(usergroup !== undefined && { usergroup }),
    },
  })
}

/**
 * Puts a new ticket before the postmasters: its card; or, when more come than anybody can read, a line in one list, from which
 * each card can be had. Suspected break-ins always have a card at once. Nothing is dropped.
 */
export async function postNewTicket(tx: Tx, context: Context, ticket: Ticket): Promise<void> {
  const { most, withinMs } = deskLimits.storm
  const recent = await tx.tickets.countOpenedSince(ticket.team, ticket.openedAt - withinMs)
  if (recent > most && ticket.reason !== 'compromised') await list(tx, context, ticket)
  else await postTicket(tx, context, ticket, 'post')
}
