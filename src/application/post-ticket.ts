import { nextEnd } from '../desk/held-up.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { Context } from './context.ts'
import { newestPost } from './newest-post.ts'
import type { Tx } from './ports.ts'
import type { Surface } from './post.ts'

/** Its card is drawn anew when something about it ends by itself. */
async function watchEnds(tx: Tx, context: Context, ticket: Ticket, now: number): Promise<void> {
  const subject = `ticket:${ticket.number}`
  const dueAt = nextEnd(ticket, now)
  if (dueAt === undefined) return await tx.timers.cancel('hold_over', subject)
  await tx.timers.start({ id: context.ids.next(), kind: 'hold_over', subject, dueAt })
}

/**
 * Shows the ticket in the postmasters' channel. `edit` changes its card in place; `post` puts a new one at the bottom,
 * because an edit tells nobody, and retires the one above.
 */
export async function postTicket(
  tx: Tx,
  context: Context,
  ticket: Ticket,
  how: 'edit' | 'post',
): Promise<void> {
  const surface: Surface = { kind: 'channel', team: ticket.team, channel: context.postmasterChannel }
  const now = context.clock.now()
  const view = { kind: 'ticket', language: context.postmasterLanguage, ticket, asOf: now } as const
  await watchEnds(tx, context, ticket, now)
  const { newest, newestId, nextId } = await newestPost(tx, `ticket:${ticket.number}`)
  if (newest === undefined || how === 'edit') {
    await tx.posts.put({ id: newestId, surface, view })
    return
  }
  await tx.posts.put({ id: newestId, surface, view: { ...view, retired: true } })
  await tx.posts.put({ id: nextId, surface, view })
}
