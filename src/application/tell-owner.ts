import { forOwner } from '../desk/for-owner.ts'
import { forRequester } from '../desk/for-requester.ts'
import { type OwedNotice, owedNotices } from '../desk/owed-notices.ts'
import type { Ticket } from '../desk/ticket.ts'
import { whoHears } from '../desk/who-hears.ts'
import type { Context } from './context.ts'
import { PosternError } from './errors.ts'
import { type Reachable, ticketOf } from './look-up-owner.ts'
import { type OwnerNoticeView, retireNotices } from './owner-notices.ts'
import type { Person, Timer, Tx } from './ports.ts'
import type { Surface } from './post.ts'
import { postTicket } from './post-ticket.ts'
import { securitySurface } from './raise-alarm.ts'
import { readerOf, reading } from './reader.ts'
import { recordOwnWork } from './record-own-work.ts'
import { dmOf } from './show-session.ts'
import { refreshNews } from './tell-requester.ts'

type Hearing = ReturnType<typeof whoHears>

/** Where somebody is told, in which words. */
interface Addressee {
  readonly surface: Surface
  readonly view: Pick<OwnerNoticeView, 'to' | 'language' | 'timeZone'>
}

async function addresseeOf(tx: Tx, person: Person, to: OwnerNoticeView['to']): Promise<Addressee> {
  const reader = await readerOf(tx, person)
  return { surface: dmOf(reader), view: { to, ...reading(reader) } }
}

/** The one who is told: the owner, or the second addressee; nobody where both are out of reach. */
async function addressee(
  tx: Tx,
  context: Context,
  { team }: Ticket,
  hearing: Hearing,
  found: Reachable,
): Promise<Addressee | undefined> {
  const { second } = hearing
  if (hearing.owner === 'told') return found.owner && (await addresseeOf(tx, found.owner, 'owner'))
  if (second === undefined || second.as === 'nobody') return undefined
  const person = second.as === 'manager' ? found.manager : found.security
  if (person !== undefined) return await addresseeOf(tx, person, second.as)
  const surface = securitySurface(team, second.to)
  return { surface, view: { to: 'security_channel', language: context.postmasterLanguage } }
}

/** The ticket, once all that was owed is told. */
function told(
  ticket: Ticket,
  owed: readonly OwedNotice[],
  { owner, second }: Hearing,
  found: Reachable,
  at: number,
): Ticket {
  const person = second?.as === 'manager' ? found.manager : found.security
  const notices = owed.map(({ of }) => ({
    of: of === 'closed' ? of : ('opened' as const),
    at,
    owner,
    ...(second !== undefined && { second: second.as }),
  }))
  return {
    ...ticket,
    ...(found.owner !== undefined && { owner: found.owner.user }),
    ...(second?.to !== undefined && person !== undefined && { second: second.to }),
    notices: [...ticket.notices, ...notices],
  }
}

async function post(
  tx: Tx,
  context: Context,
  ticket: Ticket,
  owed: readonly OwedNotice[],
  hearing: Hearing,
  who: Addressee,
): Promise<void> {
  await retireNotices(tx, ticket)
  for (const [index, notice] of owed.entries()) {
    await tx.posts.put({
      id: context.ids.next(),
      surface: who.surface,
      view: {
        kind: 'owner_notice',
        ...who.view,
        owner: hearing.owner,
        notice,
        ticket: forOwner(ticket),
        live: index === owed.length - 1,
      },
    })
  }
}

async function record(tx: Tx, ticket: Ticket, notices: Ticket['notices']): Promise<void> {
  for (const { of, at, owner, second } of notices) {
    const who = second === undefined ? owner : `${owner}+${second}`
    await recordOwnWork(tx, ticket, { at, action: 'inform', reason: `${of}:${who}` })
  }
}

/** The postmasters' card says that it is told; a ticket that stands in a digest only gets none for that. */
async function show(tx: Tx, context: Context, before: Ticket, after: Ticket): Promise<void> {
  const isShown = (await tx.posts.find(`ticket:${after.number}`)) !== undefined
  if (isShown) await postTicket(tx, context, after, 'edit')
  if (forRequester(before).owner !== forRequester(after).owner) await refreshNews(tx, after)
}

/**
 * Tells the owner of a mailbox, or whoever hears in their place, what they have not heard of a ticket yet, each thing once.
 * `found` was looked up for the mailbox that the ticket had; where it has another by now, its requester was erased.
 */
export async function tellOwner(
  tx: Tx,
  context: Context,
  timer: Timer,
  found: Reachable | undefined,
): Promise<void> {
  await tx.timers.cancel(timer.kind, timer.subject)
  const number = ticketOf(timer)
  const ticket = number === undefined ? undefined : await tx.tickets.find(number)
  if (ticket === undefined || found === undefined || found.mailbox !== ticket.mailbox) return
  const owed = owedNotices(ticket)
  if (owed.length === 0) return
  const { owner, manager, security } = found
  const channel = /^[CG]/.test(context.securityContact) ? context.securityContact : undefined
  const ids = { owner: owner?.user, manager: manager?.user, security: security?.user ?? channel }
  const hearing = whoHears(ticket, ids)
  const after = told(ticket, owed, hearing, found, context.clock.now())
  if (!(await tx.tickets.amend(after))) throw new PosternError('storage_conflict')
  const who = await addressee(tx, context, ticket, hearing, found)
  if (who !== undefined) await post(tx, context, after, owed, hearing, who)
  await record(tx, after, after.notices.slice(ticket.notices.length))
  await show(tx, context, ticket, after)
}
