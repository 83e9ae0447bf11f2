import { act, isRepeated } from '../desk/act.ts'
import type { TicketAction, TicketActionType } from '../desk/action.ts'
import { sameMailbox } from '../desk/match-mailbox.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { Context } from './context.ts'
import { PosternError } from './errors.ts'
import type { Person, Tx } from './ports.ts'
import type { TicketNews } from './post.ts'
import { postTicket } from './post-ticket.ts'
import { readerOf } from './reader.ts'
import { recordAction, recordObjection } from './record-action.ts'
import { refreshHome } from './refresh-home.ts'
import { removeSecrets, withoutMarks } from './remove-secrets.ts'
import type { Reply, Whisper } from './reply.ts'
import { requesterOf, tellRequester } from './tell-requester.ts'

/** A button or form of a ticket, with the version the person saw. */
interface TicketClick {
  readonly person: Person
  /** As looked up for this click. */
  readonly isPostmaster: boolean
  readonly ticket: number
  readonly version: number
  readonly action: TicketAction
}

/** How the requester hears of each action. */
const news = {
  claim: 'claimed',
  release: 'released',
  reply: 'answered',
  resolve: 'resolved',
  add: 'added',
  cancel: 'cancelled',
  confirm: 'confirmed',
  reopen: 'reopened',
} as const satisfies Record<TicketActionType, TicketNews>

/** What the requester does must reach the postmasters, and an edited card notifies nobody. */
const calls: ReadonlySet<TicketActionType> = new Set(['add', 'reopen'])

/** The action with its text free of secrets; no action when nothing else was said. */
function cleaned(action: TicketAction): { action: TicketAction | undefined; whispers: readonly Whisper[] } {
  if (action.type !== 'reply' && action.type !== 'add') return { action, whispers: [] }
  const { texts, whispers } = removeSecrets([action.text], action.type === 'reply' ? 'reply' : 'form')
  const text = texts.join(' ').trim()
  return { action: withoutMarks(text) === '' ? undefined : { type: action.type, text }, whispers }
}

async function spread(tx: Tx, context: Context, ticket: Ticket, action: TicketAction): Promise<void> {
  await postTicket(tx, context, ticket, calls.has(action.type) ? 'post' : 'edit')
  const text = 'text' in action ? action.text : undefined
  await tellRequester(tx, ticket, news[action.type], text)
  await refreshHome(tx, await requesterOf(tx, ticket))
}

/** Another open case of the same requester for the same mailbox: there is at most one. */
async function otherOpenCase(tx: Tx, ticket: Ticket): Promise<Ticket | undefined> {
  const open = await tx.tickets.openOf(ticket.team, ticket.requester.user)
  return open.find((each) => each.number !== ticket.number && sameMailbox(each.mailbox, ticket.mailbox))
}

/** A case is not reopened beside a newer one for the same mailbox; its requester is shown that one instead. */
async function pointToOther(
  tx: Tx,
  context: Context,
  click: TicketClick,
  old: Ticket,
  other: Ticket,
): Promise<void> {
  const { person } = click
  await recordAction(tx, context, {
    ticket: old,
    person,
    action: 'reopen',
    decision: 'refused',
    detail: 'already_open',
  })
  await tellRequester(tx, other, 'already_open')
}

/** One authorised action, its audit row and all that must show it; or the whisper that says why not. */
async function attempt(
  tx: Tx,
  context: Context,
  click: TicketClick,
  ticket: Ticket,
  action: TicketAction,
): Promise<readonly Whisper[]> {
  const { person, isPostmaster, version } = click
  const { team, user } = person
  const change = act(ticket, version, action, { team, user, isPostmaster }, context.clock.now())
  if (change.kind !== 'changed') {
    return [await recordObjection(tx, context, ticket, person, action.type, change)]
  }
  if (isRepeated(ticket, version, action, user)) {
    await recordAction(tx, context, {
      ticket,
      person,
      action: action.type,
      decision: 'late',
      detail: ticket.state,
    })
    return []
  }
  const other = action.type === 'reopen' ? await otherOpenCase(tx, ticket) : undefined
  if (other !== undefined) {
    await pointToOther(tx, context, click, ticket, other)
    return []
  }
  if (!(await tx.tickets.update(change.ticket))) throw new PosternError('storage_conflict')
  const { state } = change.ticket
  await recordAction(tx, context, { ticket, person, action: action.type, decision: 'done', detail: state })
  await spread(tx, context, change.ticket, action)
  return []
}

/**
 * Does to a ticket what a postmaster or its requester asked for. Authorised again here, whatever was shown.
 * Every action and every refusal is an audit row of the same transaction; whoever comes second hears who was first.
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
  if (!person.isMember) {
    const objection = { kind: 'refused', reason: 'not_member' } as const
    return {
      language,
      whispers: [await recordObjection(tx, context, ticket, person, input.action.type, objection)],
    }
  }
  const { action, whispers } = cleaned(input.action)
  if (action === undefined) return { language, whispers, fieldErrors: { text: 'missing' } }
  const answers = await attempt(tx, context, input, ticket, action)
  return { language, whispers: [...whispers, ...answers] }
}
