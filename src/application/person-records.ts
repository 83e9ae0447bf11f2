import type { AuditRow } from '../desk/audit.ts'
import { withoutPerson } from '../desk/retention.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { Session } from '../guide/session.ts'
import type { Language } from '../language.ts'
import { PosternError } from './errors.ts'
import type { HeardMessage, Timer, Tx } from './ports.ts'
import type { Post, PostView } from './post.ts'
import { rewriteView } from './rewrite-view.ts'

/** Whose records, and when they are looked at. `now` is ms since epoch. */
interface PersonAt {
  readonly team: string
  readonly user: string
  readonly now: number
}

/** What they did in the case of somebody else: that person's data is not theirs to be shown. */
interface Involvement {
  readonly ticket: number
  readonly claimedAt?: number
  readonly resolvedAt?: number
  readonly messages: Ticket['messages']
  readonly notes: Ticket['notes']
  readonly approvals: Ticket['approvals']
}

interface PersonRecords {
  readonly team: string
  readonly user: string
  readonly language?: Language
  readonly sessions: readonly Session[]
  readonly timers: readonly Timer[]
  readonly tickets: readonly Ticket[]
  readonly involvedIn: readonly Involvement[]
  readonly posts: readonly Post[]
  readonly heard: readonly HeardMessage[]
  readonly audit: readonly AuditRow[]
}

/** Work on the records has no Slack account behind it: whoever can read the database and its key. */
const operator = 'operator'

async function recordWork(tx: Tx, { team, user, now }: PersonAt, action: string): Promise<void> {
  const ticket = await tx.audit.nextWork()
  const entry = { team, ticket, at: now, user: operator, action } as const
  await tx.audit.append({ ...entry, decision: 'done', from: '', to: '', reason: user })
}

function involvement(ticket: Ticket, user: string): Involvement {
  const { number, claimedBy, claimedAt, resolvedBy, resolvedAt, messages, notes, approvals } = ticket
  const isTheirs = (each: { readonly user: string }): boolean => each.user === user
  return {
    ticket: number,
    ...(claimedBy === user && claimedAt !== undefined && { claimedAt }),
    ...(resolvedBy === user && resolvedAt !== undefined && { resolvedAt }),
    messages: messages.filter(isTheirs),
    notes: notes.filter(isTheirs),
    approvals: approvals.filter(isTheirs),
  }
}

/** Everything that is kept about a person; that it was read is written down. */
export async function exportPerson(tx: Tx, person: PersonAt): Promise<PersonRecords> {
  const { team, user } = person
  const language = await tx.people.language(team, user)
  const all = await tx.person.tickets(team, user)
  const own = all.filter(({ requester }) => requester.user === user)
  const elsewhere = await tx.person.postsOf(own.map(({ number }) => number))
  const theirs = await tx.person.posts(team, user)
  const known = new Set(theirs.map(({ id }) => id))
  const records: PersonRecords = {
    team,
    user,
    ...(language !== undefined && { language }),
    sessions: await tx.person.sessions(team, user),
    timers: await tx.person.timers(team, user),
    tickets: own,
    involvedIn: all.filter((ticket) => !own.includes(ticket)).map((ticket) => involvement(ticket, user)),
    posts: [...theirs, ...elsewhere.filter(({ id }) => !known.has(id))],
    heard: await tx.person.heard(team, user),
    audit: await tx.person.audit(team, user),
  }
  await recordWork(tx, person, 'export_person')
  return records
}

async function recordErasure(tx: Tx, before: Ticket, after: Ticket, now: number): Promise<void> {
  const entry = { team: before.team, ticket: before.number, at: now, user: operator } as const
  const states = { from: before.state, to: after.state }
  await tx.audit.append({ ...entry, action: 'erase_person', decision: 'done', ...states, reason: '' })
}

/** Nobody presses anything on it any more. */
function ended(view: PostView): PostView {
  if (view.kind === 'ticket') return { ...view, retired: true }
  return view.kind === 'owner_notice' ? { ...view, live: false } : view
}

/** Their own case: every post that shows it is blanked, and Slack's copy in a channel or somebody else's DM follows. */
async function eraseCase(tx: Tx, ticket: Ticket, { user, now }: PersonAt): Promise<void> {
  const erased = { ...withoutPerson(ticket, user), version: ticket.version + 1 }
  if (!(await tx.tickets.update(erased))) throw new PosternError('storage_conflict')
  for (const { id, surface, view } of await tx.person.postsOf([ticket.number])) {
    const blank = rewriteView(view, (shown) => withoutPerson(shown, user))
    await tx.posts.put({ id, surface, view: ended(blank) })
  }
  for (const kind of ['tell_owner', 'hold_over'] as const)
    await tx.timers.cancel(kind, `ticket:${ticket.number}`)
  await recordErasure(tx, ticket, erased, now)
}

/** What they wrote in the case of somebody else, who keeps their own copy in Slack; the channel's follows. */
async function eraseWords(tx: Tx, ticket: Ticket, { user, now }: PersonAt): Promise<void> {
  const rewrite = (shown: Ticket): Ticket => withoutPerson(shown, user)
  const erased = rewrite(ticket)
  if (!(await tx.retention.rewriteTicket(erased, (view) => rewriteView(view, rewrite)))) {
    throw new PosternError('storage_conflict')
  }
  const posts = await tx.person.postsOf([ticket.number])
  for (const post of posts) if (post.surface.kind === 'channel') await tx.posts.put(post)
  await recordErasure(tx, ticket, erased, now)
}

/** How much went. */
interface Erasure {
  readonly sessions: number
  readonly tickets: number
  readonly posts: number
}

/** Whether anything of theirs is left in it besides an id. */
function holdsMore(ticket: Ticket, user: string): boolean {
  return JSON.stringify(withoutPerson(ticket, user)) !== JSON.stringify(ticket)
}

/**
 * Removes or blanks all that is kept about a person, in one transaction. Chains hold ids alone and stay whole; nothing is left
 * that tells whose the id is. An open case of theirs ends. Their own DM is removed from here, not from Slack.
 */
export async function erasePerson(tx: Tx, person: PersonAt): Promise<Erasure> {
  const { team, user } = person
  const sessions = await tx.person.sessions(team, user)
  const posts = await tx.person.posts(team, user)
  const tickets = (await tx.person.tickets(team, user)).filter((ticket) => holdsMore(ticket, user))
  await tx.person.forget(team, user)
  for (const ticket of tickets) {
    if (ticket.requester.user === user) await eraseCase(tx, ticket, person)
    else await eraseWords(tx, ticket, person)
  }
  await recordWork(tx, person, 'erase_person')
  return { sessions: sessions.length, tickets: tickets.length, posts: posts.length }
}
