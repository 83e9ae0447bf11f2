import { act, isRepeated } from '../desk/act.ts'
import type { RefusalReason, TicketAction } from '../desk/action.ts'
import { type HeardAction, hears } from '../desk/for-requester.ts'
import { sameMailbox } from '../desk/match-mailbox.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { TicketActionType } from '../desk/ticket-action-type.ts'
import { actorOf, type Colleague } from './actor-of.ts'
import { checkReset } from './check-reset.ts'
import type { Context } from './context.ts'
import { planRound } from './desk-round.ts'
import { PosternError } from './errors.ts'
import { oweNoticeOf, refreshNotices, renewNotices } from './owner-notices.ts'
import type { Tx } from './ports.ts'
import type { TicketNews } from './post.ts'
import { postTicket } from './post-ticket.ts'
import { raiseAlarm } from './raise-alarm.ts'
import { readerOf } from './reader.ts'
import { recordAction, recordDone, recordObjection } from './record-action.ts'
import { refreshHome, refreshQueue } from './refresh-home.ts'
import { removeSecrets, withoutMarks } from './remove-secrets.ts'
import type { Reply, Whisper } from './reply.ts'
import { tellStanding } from './tell-case.ts'
import { refreshNews, requesterOf, tellRequester } from './tell-requester.ts'

/** What is wanted of a ticket; whom it is handed to comes as they were looked up. */
export type TicketRequest =
  | Exclude<TicketAction, { type: 'hand' }>
  | { readonly type: 'hand'; readonly to: Colleague }

/** A button or form of a ticket, with the version the person saw. */
interface TicketClick extends Colleague {
  readonly ticket: number
  readonly version: number
  readonly action: TicketRequest
}

/** How the requester hears of each action that they hear of. */
const news = {
  claim: 'claimed',
  release: 'released',
  hand: 'claimed',
  ask: 'asked',
  reply: 'answered',
  resolve: 'resolved',
  decline: 'declined',
  add: 'added',
  cancel: 'cancelled',
  confirm: 'confirmed',
  reopen: 'reopened',
} as const satisfies Record<HeardAction, TicketNews>

/** What must reach somebody among the postmasters; an edited card notifies nobody. */
const calls: ReadonlySet<TicketActionType> = new Set(['add', 'reopen', 'hand', 'approve'])

interface Cleaned {
  /** Undefined where a text that is needed held nothing but a secret. */
  readonly action: TicketRequest | undefined
  readonly whispers: readonly Whisper[]
}

/** The action with its text free of secrets; no action when nothing else was said. */
function cleaned(action: TicketRequest): Cleaned {
  if (!('text' in action) || action.text === undefined) return { action, whispers: [] }
  const { texts, whispers } = removeSecrets([action.text], action.type === 'add' ? 'form' : 'reply')
  const text = texts.join(' ').trim()
  if (withoutMarks(text) !== '') return { action: { ...action, text }, whispers }
  if (action.type !== 'decline') return { action: undefined, whispers }
  return { action: { type: action.type, reason: action.reason }, whispers }
}

function judged(action: TicketRequest, context: Context): TicketAction {
  return action.type === 'hand' ? { type: 'hand', to: actorOf(action.to, context) } : action
}

/** What the owner said: the postmasters hear at once, and the owner's notices say so. */
async function spreadStop(tx: Tx, context: Context, ticket: Ticket): Promise<void> {
  const by = ticket.frozen?.by
  await raiseAlarm(tx, context, { ticket, alarms: ['stopped'], ...(by !== undefined && { by }) })
  await refreshNotices(tx, ticket)
}

/** Whoever could stop it is told that it goes on, and can stop it again. */
async function spreadGoOn(tx: Tx, context: Context, ticket: Ticket): Promise<void> {
  await renewNotices(tx, context, ticket)
  if (ticket.owner === ticket.requester.user) await tellStanding(tx, context, ticket)
}

async function spread(tx: Tx, context: Context, ticket: Ticket, action: TicketAction): Promise<void> {
  const { type } = action
  if (type === 'freeze') await spreadStop(tx, context, ticket)
  if (type === 'unfreeze') await spreadGoOn(tx, context, ticket)
  await postTicket(tx, context, ticket, calls.has(type) ? 'post' : 'edit')
  if (!hears(ticket, type)) return await refreshNews(tx, ticket)
  await tellRequester(tx, context, ticket, news[type], 'text' in action ? action.text : undefined)
  await refreshHome(tx, await requesterOf(tx, ticket))
}

/** Another open case of the same requester for the same mailbox: there is at most one. */
async function otherOpenCase(tx: Tx, ticket: Ticket): Promise<Ticket | undefined> {
  const open = await tx.tickets.openOf(ticket.team, ticket.requester.user)
  return open.find((each) => each.number !== ticket.number && sameMailbox(each.mailbox, ticket.mailbox))
}

/** Whoever sent the same form twice hears nothing: it was done. A case is not reopened beside a newer one for the same mailbox; its requester is shown that one instead. */
async function isSettled(
  tx: Tx,
  context: Context,
  click: TicketClick,
  ticket: Ticket,
  action: TicketAction,
): Promise<boolean> {
  const { person, version } = click
  const { type } = action
  if (isRepeated(ticket, version, action, person.user)) {
    await recordAction(tx, context, { ticket, person, action: type, decision: 'late' })
    return true
  }
  const other = type === 'reopen' ? await otherOpenCase(tx, ticket) : undefined
  if (other === undefined) return false
  await recordAction(tx, context, {
    ticket,
    person,
    action: type,
    decision: 'refused',
    reason: 'already_open',
  })
  await tellRequester(tx, context, other, 'already_open')
  return true
}

/** What can be mended in the form, which stays open with what was typed. */
function inForm(reason: RefusalReason): Reply['fieldErrors'] {
  if (reason === 'too_fast') return { text: reason }
  return reason === 'target_unfit' || reason === 'target_same' ? { to: reason } : undefined
}

/** One authorised action, its audit row and all that must show it; or the whisper that says why not. */
async function attempt(
  tx: Tx,
  context: Context,
  click: TicketClick,
  ticket: Ticket,
  action: TicketAction,
): Promise<Omit<Reply, 'language'>> {
  const { person, version } = click
  const change = act(ticket, version, action, actorOf(click, context), context.clock.now())
  if (change.kind !== 'changed') {
    const told = await recordObjection(tx, context, ticket, person, action.type, change)
    const fieldErrors = change.kind === 'refused' ? inForm(change.reason) : undefined
    return fieldErrors === undefined ? { whispers: [told] } : { whispers: [], fieldErrors }
  }
  if (await isSettled(tx, context, click, ticket, action)) return { whispers: [] }
  if (!(await tx.tickets.update(change.ticket))) throw new PosternError('storage_conflict')
  await recordDone(tx, context, { before: ticket, after: change.ticket }, person, action.type)
  await oweNoticeOf(tx, context, { before: ticket, after: change.ticket })
  const odd = action.type === 'resolve' ? await checkReset(tx, context, change.ticket) : change.ticket
  await spread(tx, context, odd, action)
  await planRound(tx, context, ticket.team)
  if (click.isPostmaster) await refreshQueue(tx, context, await readerOf(tx, person))
  return { whispers: [] }
}

/**
 * Does to a ticket what a postmaster or its requester asked for. Authorised again here, whatever was shown.
 * Every action and every refusal is an audit row of the same transaction; whoever comes second hears who was first, and a
 * card on which they pressed something of the past is drawn again.
 */
export async function actOnTicket(tx: Tx, context: Context, input: TicketClick): Promise<Reply> {
  const { person } = input
  const { language } = await readerOf(tx, person)
  const ticket = await tx.tickets.find(input.ticket)
  if (ticket === undefined) {
    return {
      language,
      whispers: [person.isMember ? { kind: 'outdated' } : { kind: 'refused', reason: 'not_member' }],
    }
  }
  const { action, whispers } = cleaned(input.action)
  if (action === undefined) return { language, whispers, fieldErrors: { text: 'missing' } }
  const answer = await attempt(tx, context, input, ticket, judged(action, context))
  return { language, ...answer, whispers: [...whispers, ...answer.whispers] }
}
