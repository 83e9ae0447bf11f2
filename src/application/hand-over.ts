import { deskLimits } from '../desk/limits.ts'
import { looksLikeAnother } from '../desk/look-alike.ts'
import { sameMailbox } from '../desk/match-mailbox.ts'
import { parseMailbox } from '../desk/parse-mailbox.ts'
import type { LockedSince, Requester, Ticket } from '../desk/ticket.ts'
import type { Session } from '../guide/session.ts'
import { actOnTicket } from './act-on-ticket.ts'
import type { Context } from './context.ts'
import { isLiveOf } from './current-session.ts'
import { describeCase } from './describe-case.ts'
import { planRound } from './desk-round.ts'
import { openNewTicket } from './open-new-ticket.ts'
import { oweNotice } from './owner-notices.ts'
import type { Person, Tx } from './ports.ts'
import { showCurrent } from './press-card.ts'
import { type Reader, readerOf } from './reader.ts'
import { refuseStranger } from './refuse-stranger.ts'
import { removeSecrets } from './remove-secrets.ts'
import type { FieldError, Reply } from './reply.ts'
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

/** What they wrote this time is added to the ticket that is open already: one case a mailbox, and no words lost. */
async function fold(tx: Tx, context: Context, opening: Opening, ticket: Ticket): Promise<void> {
  const { session, reader, input, screenText, note } = opening
  await recordRefusal(tx, context, ticket, reader, 'already_open')
  await endWalk(tx, context, reader, session, ticket.number)
  const text = [screenText, note].filter((each) => each !== '').join('\n')
  if (text === '') return await tellRequester(tx, context, ticket, 'already_open')
  const { number, version } = ticket
  const click = { person: input.person, isPostmaster: false, ticket: number, version }
  const { fieldErrors } = await actOnTicket(tx, context, { ...click, action: { type: 'add', text } })
  if (fieldErrors !== undefined) await tellRequester(tx, context, ticket, 'already_open')
}

async function recordRefusal(
  tx: Tx,
  context: Context,
  ticket: Ticket,
  { team, user }: Reader,
  reason: 'already_open' | 'too_many',
): Promise<void> {
  const { number, state } = ticket
  const line = { team, ticket: number, at: context.clock.now(), user, from: state, to: state } as const
  await tx.audit.append({ ...line, action: 'open', decision: 'refused', reason })
}

async function openNew(tx: Tx, context: Context, opening: Opening): Promise<void> {
  const { session, reader, input, mailbox, screenText, note } = opening
  const ticket = await openNewTicket(tx, context, {
    team: reader.team,
    requester: requesterOf(input.person, reader, context.clock.now()),
    mailbox,
    screenText,
    note,
    lockedSince: input.lockedSince,
    onBehalfOf: input.onBehalfOf,
    ...describeCase(context.guide, session),
  })
  await oweNotice(tx, context, ticket)
  await endWalk(tx, context, reader, session, ticket.number)
  await planRound(tx, context, reader.team)
  await tellRequester(tx, context, ticket, ticket.onBehalfOf ? 'received' : 'opened')
}

/** The ticket on whose chain it stands that this person asked for too many in a day; undefined while they did not. */
async function beyondLimit(tx: Tx, context: Context, { team, user }: Reader): Promise<Ticket | undefined> {
  const { withinMs } = deskLimits.escalations
  const today = await tx.tickets.openedSince(team, context.clock.now() - withinMs, user)
  return today.length >= context.policy.requestsPerDay ? today.at(-1) : undefined
}

/** Adds to the open ticket about this mailbox, or opens one; the name of the field that keeps it from being sent, else nothing. */
async function ask(tx: Tx, context: Context, opening: Opening): Promise<FieldError | undefined> {
  const { reader, mailbox } = opening
  const existing = await openTicketFor(tx, reader, mailbox)
  if (existing !== undefined) {
    await fold(tx, context, opening, existing)
    return undefined
  }
  const newest = await beyondLimit(tx, context, reader)
  if (newest === undefined) {
    await openNew(tx, context, opening)
    return undefined
  }
  await recordRefusal(tx, context, newest, reader, 'too_many')
  return 'too_many'
}

/**
 * Nothing is looked up about the mailbox, so that nobody learns whether it exists: what is said depends only on what the
 * requester's own Slack profile holds and on their own tickets. Makes a ticket of the form, once: the first to arrive ends the
 * walk, and one that comes for an ended walk shows how things stand. A walk that has only moved on (a reminder came while the
 * form was filled in) still takes it: words are not thrown away.
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
  const wrong = await ask(tx, context, opening)
  if (wrong !== undefined) return { language, whispers, fieldErrors: { mailbox: wrong } }
  return { language, whispers }
}
