import type { Actor, TicketAction, TicketActionType, TicketChange } from './action.ts'
import { authorise } from './authorise.ts'
import type { Ticket, TicketState } from './ticket.ts'

/** The states from which each action can be taken. */
const from = {
  claim: ['open'],
  release: ['claimed'],
  reply: ['open', 'claimed'],
  resolve: ['claimed'],
  add: ['open', 'claimed'],
  cancel: ['open', 'claimed'],
  confirm: ['resolved'],
  reopen: ['resolved'],
} as const satisfies Record<TicketActionType, readonly TicketState[]>

/** Something said stays true whatever happened meanwhile, so only its state is checked, not its version. */
const saysOnly: ReadonlySet<TicketActionType> = new Set(['reply', 'add'])

const keptMessages = 20

type Late = Extract<TicketChange, { kind: 'late' }>
type Objection = Exclude<TicketChange, { kind: 'changed' }>

/** Who brought the ticket to where it is, as far as the ticket itself tells. */
function late(ticket: Ticket): Late {
  switch (ticket.state) {
    case 'open':
      return { kind: 'late' }
    case 'claimed':
      return lateBy(ticket.claimedBy, ticket.claimedAt)
    case 'resolved':
      return lateBy(ticket.resolvedBy, ticket.resolvedAt)
    case 'cancelled':
      return { kind: 'late', by: ticket.requester.user }
  }
}

function lateBy(by: string | undefined, at: number | undefined): Late {
  return { kind: 'late', ...(by === undefined ? {} : { by }), ...(at === undefined ? {} : { at }) }
}

/** The ticket as it would be if nobody had claimed it yet. */
function unclaimed(ticket: Ticket): Ticket {
  const { claimedBy: _by, claimedAt: _at, ...rest } = ticket
  return rest
}

function unresolved(ticket: Ticket): Ticket {
  const { resolvedBy: _by, resolvedAt: _at, outcome: _outcome, identityCheck: _check, ...rest } = ticket
  const { confirmedAt: _confirmed, ...open } = rest
  return open
}

function said(
  ticket: Ticket,
  from: 'requester' | 'postmaster',
  user: string,
  text: string,
  at: number,
): Ticket {
  return { ...ticket, messages: [...ticket.messages, { from, user, text, at }].slice(-keptMessages) }
}

function changed(ticket: Ticket, action: TicketAction, user: string, now: number): Ticket {
  switch (action.type) {
    case 'claim':
      return { ...ticket, state: 'claimed', claimedBy: user, claimedAt: now }
    case 'release':
      return { ...unclaimed(ticket), state: 'open' }
    case 'reply':
      return said(ticket, 'postmaster', user, action.text, now)
    case 'resolve': {
      const { outcome, identityCheck } = action
      return { ...ticket, state: 'resolved', resolvedBy: user, resolvedAt: now, outcome, identityCheck }
    }
    case 'add':
      return said(ticket, 'requester', user, action.text, now)
    case 'cancel':
      return { ...ticket, state: 'cancelled' }
    case 'confirm':
      return { ...ticket, confirmedAt: now }
    case 'reopen':
      return { ...unresolved(unclaimed(ticket)), state: 'open', reopened: ticket.reopened + 1 }
  }
}

/**
 * Whether `action` fits the ticket's state at `version`, the one the actor saw.
 * A claimed ticket is resolved by whoever claimed it: that person did the identity check.
 */
function fits(ticket: Ticket, version: number, action: TicketActionType, user: string): boolean {
  const states: readonly TicketState[] = from[action]
  if (!states.includes(ticket.state)) return false
  if (version !== ticket.version && !saysOnly.has(action)) return false
  return action !== 'resolve' || ticket.claimedBy === user
}

/** Whether `actor` could take `action` now: checked before a form for it is opened, and again when it is sent. */
export function mayAct(
  ticket: Ticket,
  version: number,
  action: TicketActionType,
  actor: Actor,
): Objection | undefined {
  const reason = authorise(actor, action, ticket)
  if (reason !== undefined) return { kind: 'refused', reason }
  return fits(ticket, version, action, actor.user) ? undefined : late(ticket)
}

/**
 * Whether `user` has said these very words since the form was opened at `version`: it was sent twice, as Slack offers
 * when an answer takes long. The same words from a form opened later are meant.
 */
export function isRepeated(ticket: Ticket, version: number, action: TicketAction, user: string): boolean {
  if (action.type !== 'reply' && action.type !== 'add') return false
  return version < ticket.version && ticket.messages.some((m) => m.user === user && m.text === action.text)
}

/**
 * One action on a ticket: authorised first, then held against the state and the version the actor saw.
 * `now` is ms since epoch. The changed ticket's version is one higher; store it only where the stored one is `ticket.version`.
 * `late` names who was faster where the ticket tells. Pure; never throws.
 */
export function act(
  ticket: Ticket,
  version: number,
  action: TicketAction,
  actor: Actor,
  now: number,
): TicketChange {
  const objection = mayAct(ticket, version, action.type, actor)
  if (objection !== undefined) return objection
  return {
    kind: 'changed',
    ticket: { ...changed(ticket, action, actor.user, now), version: ticket.version + 1 },
  }
}
