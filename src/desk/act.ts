import type { Actor, Late, TicketAction, TicketChange } from './action.ts'
import { freshApprovals } from './approvals.ts'
import { authorise } from './authorise.ts'
import { heldUp } from './held-up.ts'
import { rules } from './rules.ts'
import type { Ticket } from './ticket.ts'
import type { TicketActionType } from './ticket-action-type.ts'

/** Something said stays true whatever happened meanwhile, so only its state is checked, not its version. */
const saysOnly: ReadonlySet<TicketActionType> = new Set(['reply', 'note', 'add'])
/** "This wasn't me" stops whatever the ticket has become meanwhile. */
const standsAnyway: ReadonlySet<TicketActionType> = new Set([...saysOnly, 'freeze'])

const keptMessages = 20
type Objection = Exclude<TicketChange, { kind: 'changed' }>

function lateBy(action: TicketActionType | undefined, by: string | undefined, at: number | undefined): Late {
  return {
    kind: 'late',
    ...(action === undefined ? {} : { action }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
  }
}

/** Who brought the ticket to where it is, as far as the ticket itself tells. */
function late(ticket: Ticket): Late {
  const { lastMove } = ticket
  if (lastMove !== undefined) return lateBy(lastMove.action, lastMove.user, lastMove.at)
  switch (ticket.state) {
    case 'open':
    case 'waiting':
      return { kind: 'late' }
    case 'claimed':
      return lateBy('claim', ticket.claimedBy, ticket.claimedAt)
    case 'resolved':
      return lateBy('resolve', ticket.resolvedBy, ticket.resolvedAt)
    case 'declined':
      return lateBy('decline', ticket.declinedBy, ticket.declinedAt)
    case 'cancelled':
      return lateBy('cancel', ticket.requester.user, undefined)
  }
}

/** The ticket as it would be if nobody had claimed it yet. */
function unclaimed(ticket: Ticket): Ticket {
  const { claimedBy: _by, claimedAt: _at, ...rest } = ticket
  return rest
}

function closing(ticket: Ticket): NonNullable<Ticket['closedBefore']> {
  const { state, resolvedBy, resolvedAt, declinedBy, declinedAt, declineReason: reason } = ticket
  return state === 'declined'
    ? { state, by: declinedBy ?? '', at: declinedAt ?? 0, ...(reason === undefined ? {} : { reason }) }
    : { state: 'resolved', by: resolvedBy ?? '', at: resolvedAt ?? 0 }
}

function unclosed(ticket: Ticket): Ticket {
  const { resolvedBy: _by, resolvedAt: _at, outcome: _outcome, identityCheck: _check, ...rest } = ticket
  const { declinedBy: _d, declinedAt: _da, declineReason: _r, confirmedAt: _confirmed, ...open } = rest
  return { ...open, approvals: [], privileged: ticket.privileged || ticket.unfrozen !== undefined }
}

/** After the owner's alarm it takes two to go on; how a closed ticket was closed stays as it was. */
function thawed(ticket: Ticket, unfrozen: NonNullable<Ticket['unfrozen']>): Ticket {
  const { frozen: _frozen, ...rest } = ticket
  const goesOn = rules.resolve.to[ticket.state] !== undefined || ticket.state === 'open'
  return goesOn ? { ...rest, unfrozen, privileged: true, approvals: [] } : { ...rest, unfrozen }
}

/** Actions that make sense only on some tickets; on others somebody was faster, or the button is an old one. */
function isMoot(ticket: Ticket, action: TicketActionType): boolean {
  if (action === 'approve') return !ticket.privileged
  if (action === 'freeze') return ticket.frozen !== undefined
  return action === 'unfreeze' && ticket.frozen === undefined
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

/** What the action writes on the ticket, beside its new state. */
function written(ticket: Ticket, action: TicketAction, user: string, now: number): Ticket {
  switch (action.type) {
    case 'claim':
      return { ...ticket, claimedBy: user, claimedAt: now }
    case 'release':
      return unclaimed(ticket)
    case 'hand':
      return { ...ticket, claimedBy: action.to.user, claimedAt: now }
    case 'ask':
    case 'reply':
      return said(ticket, 'postmaster', user, action.text, now)
    case 'note': {
      const note = { user, text: action.text, at: now }
      return { ...ticket, notes: [...ticket.notes, note].slice(-keptMessages) }
    }
    case 'resolve': {
      const { outcome, identityCheck } = action
      return { ...ticket, resolvedBy: user, resolvedAt: now, outcome, identityCheck }
    }
    case 'decline': {
      const declined = { ...ticket, declinedBy: user, declinedAt: now, declineReason: action.reason }
      return action.text === undefined ? declined : said(declined, 'postmaster', user, action.text, now)
    }
    case 'add':
      return said(ticket, 'requester', user, action.text, now)
    case 'cancel':
      return ticket
    case 'confirm':
      return { ...ticket, confirmedAt: now }
    case 'reopen':
      return { ...unclosed(unclaimed(ticket)), reopened: ticket.reopened + 1, closedBefore: closing(ticket) }
    case 'approve': {
      const approval = { user, at: now, identityCheck: action.identityCheck }
      return { ...ticket, approvals: [...freshApprovals(ticket, now), approval] }
    }
    case 'freeze':
      return { ...ticket, frozen: { by: user, at: now } }
    case 'unfreeze':
      return thawed(ticket, { by: user, at: now, identityCheck: action.identityCheck })
  }
}

/** What stands against `action` in the ticket's state, at `version`, the one the actor saw. */
function unfit(ticket: Ticket, version: number, action: TicketActionType, user: string): Late | undefined {
  const { to, by } = rules[action]
  if (to[ticket.state] === undefined || isMoot(ticket, action)) return late(ticket)
  if (version !== ticket.version && !standsAnyway.has(action)) return late(ticket)
  if (by === 'claimer' && ticket.claimedBy !== user)
    return lateBy('claim', ticket.claimedBy, ticket.claimedAt)
  return undefined
}

/** Whether `actor` could take `action` now (ms since epoch): checked before a form for it is opened, and again when it is sent. */
export function mayAct(
  ticket: Ticket,
  version: number,
  action: TicketActionType,
  actor: Actor,
  now: number,
): Objection | undefined {
  const reason = authorise(actor, action, ticket)
  if (reason !== undefined) return { kind: 'refused', reason }
  const tooLate = unfit(ticket, version, action, actor.user)
  if (tooLate !== undefined) return tooLate
  const held = heldUp(ticket, action, actor.user, now)
  return held === undefined ? undefined : { kind: 'refused', reason: held }
}

/** A ticket is handed only to somebody who could claim it, and who has not got it already. */
function mayTake(ticket: Ticket, action: TicketAction): Objection | undefined {
  if (action.type !== 'hand') return undefined
  if (authorise(action.to, 'claim', ticket) !== undefined) return { kind: 'refused', reason: 'target_unfit' }
  return action.to.user === ticket.claimedBy ? { kind: 'refused', reason: 'target_same' } : undefined
}

/**
 * Whether `user` has said these very words since the form was opened at `version`: it was sent twice, as Slack offers
 * when an answer takes long. The same words from a form opened later are meant.
 */
export function isRepeated(ticket: Ticket, version: number, action: TicketAction, user: string): boolean {
  if (!saysOnly.has(action.type) || !('text' in action) || version >= ticket.version) return false
  const said = action.type === 'note' ? ticket.notes : ticket.messages
  return said.some((each) => each.user === user && each.text === action.text)
}

/**
 * One action on a ticket: authorised first, then held against `rules` and the version the actor saw.
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
  const objection = mayAct(ticket, version, action.type, actor, now) ?? mayTake(ticket, action)
  if (objection !== undefined) return objection
  const { user } = actor
  const to = action.type === 'hand' ? { to: action.to.user } : {}
  return {
    kind: 'changed',
    ticket: {
      ...written(ticket, action, user, now),
      state: rules[action.type].to[ticket.state] ?? ticket.state,
      version: ticket.version + 1,
      lastMove: { action: action.type, user, at: now, ...to },
    },
  }
}
