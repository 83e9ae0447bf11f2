import { reachedBy } from '../desk/match-mailbox.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { Context } from './context.ts'
import type { Directory, Person, Store, Timer } from './ports.ts'

/** Who Slack says could be told of a ticket about `mailbox`: full members only. */
export interface Reachable {
  readonly mailbox: string
  readonly owner?: Person | undefined
  readonly manager?: Person | undefined
  readonly security?: Person | undefined
}

/** Guests, deactivated and foreign accounts are nobody to tell. */
async function member(found: Promise<Person | undefined>): Promise<Person | undefined> {
  const person = await found
  return person?.isMember === true ? person : undefined
}

/** Where several have one of its addresses, somebody other than the requester: an alias of one's own must not hide the owner. */
async function ownerOf(
  { team, mailbox, requester }: Ticket,
  context: Context,
  directory: Directory,
): Promise<Person | undefined> {
  let own: Person | undefined
  for (const address of reachedBy(mailbox, context.policy.aliasDomains)) {
    const owner = await member(directory.findByEmail(team, address))
    if (owner !== undefined && owner.user !== requester.user) return owner
    own ??= owner
  }
  return own
}

/** A manager who is a postmaster is passed over: who may do it must not be the only one who could object. */
async function managerOf({ team, requester }: Ticket, directory: Directory): Promise<Person | undefined> {
  const managing = await directory.managerOf(team, requester.user)
  if (managing === undefined || (await directory.isPostmaster(managing))) return undefined
  return await member(directory.person(team, managing))
}

async function reachable(ticket: Ticket, context: Context, directory: Directory): Promise<Reachable> {
  const { team, mailbox, requester } = ticket
  const owner = await ownerOf(ticket, context, directory)
  if (owner !== undefined && owner.user !== requester.user) return { mailbox, owner }
  const manager = await managerOf(ticket, directory)
  const { securityContact } = context
  const isPerson = /^[UW]/.test(securityContact)
  const security = isPerson ? await member(directory.person(team, securityContact)) : undefined
  return { mailbox, owner, manager, security }
}

/** The ticket that a timer is about; undefined where it is about something else. */
export function ticketOf({ subject }: Timer): number | undefined {
  return subject.startsWith('ticket:') ? Number(subject.slice('ticket:'.length)) : undefined
}

/**
 * Asks Slack whom a ticket has to be told, before the transaction in which they are. Undefined where the ticket is gone. Throws
 * `directory_unavailable` when Slack does not answer: then nobody counts as missing, and it is tried again.
 */
export async function lookUpOwner(
  timer: Timer,
  {
    store,
    context,
    directory,
  }: { readonly store: Store; readonly context: Context; readonly directory: Directory },
): Promise<Reachable | undefined> {
  const number = ticketOf(timer)
  const ticket = number === undefined ? undefined : await store.findTicket(number)
  return ticket === undefined ? undefined : await reachable(ticket, context, directory)
}
