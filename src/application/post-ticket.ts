import type { Ticket } from '../desk/ticket.ts'
import type { Context } from './context.ts'
import { newestPost } from './newest-post.ts'
import type { Tx } from './ports.ts'
import type { Surface } from './post.ts'

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
  const view = { kind: 'ticket', language: context.postmasterLanguage, ticket } as const
  const { newest, newestId, nextId } = await newestPost(tx, `ticket:${ticket.number}`)
  if (newest === undefined || how === 'edit') {
    await tx.posts.put({ id: newestId, surface, view })
    return
  }
  await tx.posts.put({ id: newestId, surface, view: { ...view, retired: true } })
  await tx.posts.put({ id: nextId, surface, view })
}
