import { looksLikeAnother } from '../desk/look-alike.ts'
import { sameMailbox } from '../desk/match-mailbox.ts'
import { openTicket } from '../desk/open-ticket.ts'
import { parseMailbox } from '../desk/parse-mailbox.ts'
import type { LockedSince, Requester, Ticket } from '../desk/ticket.ts'
import type { Session } from '../guide/session.ts'
import type { Context } from './context.ts'
import { isLiveOf } from './current-session.ts'
import { describeCase } from './describe-case.ts'
import { oweNotice } from './owner-notices.ts'
import type { Person, Tx } from './ports.ts'
import { postTicket } from './post-ticket.ts'
import { showCurrent } from './press-card.ts'
import { type Reader, readerOf } from './reader.ts'
import { refuseStranger } from './refuse-stranger.ts'
import { removeSecrets } from './remove-secrets.ts'
import type { Reply } from './reply.ts'
import { takeTurn } from './take-turn.ts'
import { tellRequester } from './tell-requester.ts'

/** The form that becomes a ticket, as it was sent. */
export interface HandOver {
  readonly person: Person
  readonly session: string
  /** The session's version when the form was opened. */
  readonly version: number
  readonly mailbox: string
  readonly screenText: string
  readonly note: string
  readonly lockedSince: LockedSince
  /** They say that the mailbox is somebody else's. */
  readonly onBehalfOf: boolean
}

function requesterOf(person: Person, reader: Reader, now: number): Requester {
  const { user, name, email, emailConfirmed, timeZone } = person
  return {
    user,
    name,
    ...(email === undefined ? {} : { email }),
    ...(emailConfirmed === undefined ? {} : { emailConfirmed }),
    ...(timeZone === undefined ? {} : { timeZone }),
    checkedAt: now,
    language: reader.language,
  }
}

async function openTicketFor(tx: Tx, reader: Reader, mailbox: string): Promise<Ticket | undefined> {
  const open = await tx.tickets.openOf(reader.team, reader.user)
  return open.find((ticket) => sameMailbox(ticket.mailbox, mailbox))
}

/** The walk ends here; its card loses its buttons. */
async function endWalk(
  tx: Tx,
  context: Context,
  reader: Reader,
  session: Session,
  ticket: number,
): Promise<void> {
  const event = { type: 'handed_over', ticket } as const
  await takeTurn(tx, context, { session, isNew: false, event, reader, atBottom: false })
}

interface Opening {
  readonly session: Session
  readonly reader: Reader
  readonly input: HandOver
  readonly mailbox: string
  readonly screenText: string
  readonly note: string
}

async function showExisting(tx: Tx, context: Context, opening: Opening, ticket: Ticket): Promise<void> {
  const { session, reader } = opening
  const { team, user } = reader
  await tx.audit.append({
    team,
    ticket: ticket.number,
    at: context.clock.now(),
    user,
    action: 'open',
    decision: 'refused',
    from: ticket.state,
    to: ticket.state,
    reason: 'already_open',
  })
  await endWalk(tx, context, reader, session, ticket.number)
  await tellRequester(tx, ticket, 'already_open')
}

async function openNew(tx: Tx, context: Context, opening: Opening): Promise<void> {
  const { session, reader, input, mailbox, screenText, note } = opening
  const { team, user } = reader
  const now = context.clock.now()
  const ticket = openTicket(
    {
      number: await tx.tickets.nextNumber(),
      team,
      requester: requesterOf(input.person, reader, now),
      mailbox,
      screenText,
      note,
      lockedSince: input.lockedSince,
      onBehalfOf: input.onBehalfOf,
      ...describeCase(context.guide, session),
    },
    context.policy,
    now,
  )
  await tx.tickets.insert(ticket)
  await tx.audit.append({
    team,
    ticket: ticket.number,
    at: now,
    user,
    action: 'open',
    decision: 'done',
    from: '',
    to: ticket.state,
    reason: '',
  })
  await oweNotice(tx, context, ticket)
  await endWalk(tx, context, reader, session, ticket.number)
  await postTicket(tx, context, ticket, 'post')
  await tellRequester(tx, ticket, ticket.onBehalfOf ? 'received' : 'opened')
}

/**
 * Nothing is looked up about the mailbox, so that nobody learns whether it exists: what is said depends only on what the
 * requester's own Slack profile holds. Makes a ticket of the form, once: the first to arrive ends the walk, and one that comes for an ended walk shows how things
 * stand. A walk that has only moved on (a reminder came while the form was filled in) still takes it: words are not thrown away.
 */
export async function handOver(tx: Tx, context: Context, input: HandOver): Promise<Reply> {
  const { person } = input
  if (!person.isMember) return refuseStranger(person)
  const reader = await readerOf(tx, person)
  const session = await tx.sessions.find(input.session)
  if (!isLiveOf(session, person) || session.version < input.version) {
    return await showCurrent(tx, reader)
  }
  const { texts, whispers } = removeSecrets([input.mailbox, input.screenText, input.note], 'form')
  const [typedMailbox = '', screenText = '', note = ''] = texts
  const { language } = reader
  if (looksLikeAnother(typedMailbox)) {
    return { language, whispers, fieldErrors: { mailbox: 'mailbox_look_alike' } }
  }
  const mailbox = parseMailbox(typedMailbox)
  if (mailbox === undefined) return { language, whispers, fieldErrors: { mailbox: 'mailbox_malformed' } }
  const opening = { session, reader, input, mailbox, screenText: screenText.trim(), note: note.trim() }
  const existing = await openTicketFor(tx, reader, mailbox)
  if (existing === undefined) await openNew(tx, context, opening)
  else await showExisting(tx, context, opening, existing)
  return { language, whispers }
}
