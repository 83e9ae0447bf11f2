import { forOwner } from '../desk/for-owner.ts'
import { owedNotices } from '../desk/owed-notices.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { Context } from './context.ts'
import type { Tx } from './ports.ts'
import type { Post, PostView } from './post.ts'

export type OwnerNoticeView = Extract<PostView, { kind: 'owner_notice' }>

/** Something has to be told to the mailbox's owner. Who that is is looked up later, so that the answer to the requester takes as long whether there is one or not. */
export async function oweNotice(tx: Tx, context: Context, ticket: Ticket): Promise<void> {
  const { clock, ids } = context
  const subject = `ticket:${ticket.number}`
  await tx.timers.start({ id: ids.next(), kind: 'tell_owner', subject, dueAt: clock.now() })
}

/** As `oweNotice`, where an action led to something to tell. */
export async function oweNoticeOf(
  tx: Tx,
  context: Context,
  { before, after }: { readonly before: Ticket; readonly after: Ticket },
): Promise<void> {
  if (owedNotices(after).length > owedNotices(before).length) await oweNotice(tx, context, after)
}

async function liveNotices(tx: Tx, ticket: Ticket): Promise<{ post: Post; view: OwnerNoticeView }[]> {
  const posts = await tx.person.postsOf([ticket.number])
  return posts.flatMap((post) =>
    post.view.kind === 'owner_notice' && post.view.live ? [{ post, view: post.view }] : [],
  )
}

/** The newest notices say whether the ticket is stopped. */
export async function refreshNotices(tx: Tx, ticket: Ticket): Promise<void> {
  for (const { post, view } of await liveNotices(tx, ticket)) {
    await tx.posts.put({ ...post, view: { ...view, ticket: forOwner(ticket) } })
  }
}

/** As `refreshNotices`, in a message of its own: that a postmaster lifted the stop must not pass unseen, and an edit tells nobody. */
export async function renewNotices(tx: Tx, context: Context, ticket: Ticket): Promise<void> {
  for (const { post, view } of await liveNotices(tx, ticket)) {
    await tx.posts.put({ ...post, view: { ...view, live: false } })
    const { surface } = post
    await tx.posts.put({ id: context.ids.next(), surface, view: { ...view, ticket: forOwner(ticket) } })
  }
}

/** Newer ones follow: those before them lose their button. */
export async function retireNotices(tx: Tx, ticket: Ticket): Promise<void> {
  for (const { post, view } of await liveNotices(tx, ticket)) {
    await tx.posts.put({ ...post, view: { ...view, live: false } })
  }
}
