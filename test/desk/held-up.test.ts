import { act } from '../../src/desk/act.ts'
import type { Actor, TicketAction } from '../../src/desk/action.ts'
import { approvalMinutes } from '../../src/desk/approvals.ts'
import { coolingOffMinutes, coolingOffUntil, heldUp } from '../../src/desk/held-up.ts'
import { deskLimits } from '../../src/desk/limits.ts'
import type { Ticket } from '../../src/desk/ticket.ts'
import { actor, chen, everyAction, lin, resolve, sun, wang } from './actors.ts'
import { openedAt, sampleTicket } from './sample-ticket.ts'

const minute = 60_000
const later = openedAt + minute
const approve: TicketAction = { type: 'approve', identityCheck: 'callback' }

/** The ticket after each step, which must all be taken. */
function moved(ticket: Ticket, ...steps: readonly (readonly [TicketAction, Actor, number])[]): Ticket {
  return steps.reduce((before, [action, who, at]) => {
    const change = act(before, before.version, action, who, at)
    if (change.kind !== 'changed') throw new Error(`${action.type}: ${JSON.stringify(change)}`)
    return change.ticket
  }, ticket)
}

function tried(ticket: Ticket, action: TicketAction, who: Actor, at: number): string {
  const change = act(ticket, ticket.version, action, who, at)
  return change.kind === 'refused' ? change.reason : change.kind
}

describe('a privileged mailbox', () => {
  const claimed = moved(sampleTicket({ privileged: true }), [{ type: 'claim' }, chen, later])
  const once = moved(claimed, [approve, chen, later])
  const twice = moved(once, [approve, wang, later + minute])

  it('takes two different postmasters', () => {
    expect(tried(claimed, resolve, chen, later)).toBe('approvals_missing')
    expect(tried(once, resolve, chen, later)).toBe('approvals_missing')
    expect(tried(once, approve, chen, later + minute)).toBe('already_approved')
    expect(moved(twice, [resolve, chen, later + 2 * minute]).state).toBe('resolved')
  })

  it('shows the second who the first was', () => {
    expect(once.approvals).toEqual([{ user: 'U_CHEN', at: later, identityCheck: 'callback' }])
    expect(twice.approvals.map((each) => each.user)).toEqual(['U_CHEN', 'U_WANG'])
  })

  it('counts neither the requester, nor the owner, nor who is no postmaster', () => {
    const postmaster = { isPostmaster: true }
    expect(tried(once, approve, { ...lin, ...postmaster }, later)).toBe('own_ticket')
    expect(tried(once, approve, actor('U_X', { ...postmaster, addresses: [once.mailbox] }), later)).toBe(
      'own_mailbox',
    )
    expect(tried({ ...once, owner: 'U_WANG' }, approve, wang, later)).toBe('own_mailbox')
    expect(tried(once, approve, sun, later)).toBe('not_postmaster')
  })

  it('forgets an approval after half an hour, to the millisecond', () => {
    const over = later + approvalMinutes * minute
    expect(tried(twice, resolve, chen, over - 1)).toBe('changed')
    expect(tried(twice, resolve, chen, over)).toBe('approvals_missing')
    const again = moved(twice, [approve, chen, over])
    expect(again.approvals.map((each) => each.user)).toEqual(['U_WANG', 'U_CHEN'])
    expect(tried(again, resolve, chen, over)).toBe('changed')
  })

  it('is resolved by one of the two, not by a third who made no check', () => {
    const handed = moved(twice, [{ type: 'hand', to: actor('U_MA', { isPostmaster: true }) }, chen, later])
    expect(tried(handed, resolve, actor('U_MA', { isPostmaster: true }), later)).toBe('approvals_missing')
  })

  it('takes one approval of two that come at once; the other is late and can be given anew', () => {
    const change = act(claimed, claimed.version, approve, chen, later)
    if (change.kind !== 'changed') throw new Error(change.kind)
    expect(act(change.ticket, claimed.version, approve, wang, later).kind).toBe('late')
  })

  it('takes two again once it is reopened', () => {
    const reopened = moved(twice, [resolve, chen, later], [{ type: 'reopen' }, lin, later])
    expect(reopened).toMatchObject({ approvals: [], privileged: true })
  })

  it('is all that asks for approvals', () => {
    const ordinary = moved(sampleTicket(), [{ type: 'claim' }, chen, later])
    expect(tried(ordinary, approve, chen, later)).toBe('late')
    expect(tried(ordinary, resolve, chen, later)).toBe('changed')
  })
})

describe('a report about somebody else’s mailbox', () => {
  const told: Ticket['notices'] = [{ of: 'opened', at: later, owner: 'told' }]
  const untold = moved(sampleTicket({ onBehalfOf: true, match: 'different' }), [
    { type: 'claim' },
    chen,
    later,
  ])
  const report = { ...untold, notices: told }

  it('is not resolved before its owner had half an hour to object', () => {
    const over = later + coolingOffMinutes * minute
    expect(tried(report, resolve, chen, over - 1)).toBe('cooling_off')
    expect(tried(report, resolve, chen, over)).toBe('changed')
  })

  it('is not resolved while nobody was told of it, however old it is', () => {
    const tomorrow = openedAt + 24 * 60 * minute
    expect(tried(untold, resolve, chen, tomorrow)).toBe('cooling_off')
    expect(coolingOffUntil(untold, tomorrow)).toBe(tomorrow + coolingOffMinutes * minute)
  })

  it('may turn out to be one only when its owner is known', () => {
    const own = { ...report, onBehalfOf: false, match: 'alias' } as const
    expect(tried({ ...own, owner: 'U_LIN' }, resolve, chen, later)).toBe('changed')
    expect(tried({ ...own, owner: 'U_SUN' }, resolve, chen, later)).toBe('cooling_off')
  })

  it('may be declined at once', () => {
    expect(tried(report, { type: 'decline', reason: 'not_their_mailbox' }, chen, later)).toBe('changed')
  })
})

describe('a ticket that its owner stopped', () => {
  const notices: Ticket['notices'] = [{ of: 'opened', at: openedAt, owner: 'told' }]
  const others = { onBehalfOf: true, match: 'different', owner: 'U_SUN', second: 'U_MA' } as const
  const owned = sampleTicket({ ...others, notices })
  const freeze: TicketAction = { type: 'freeze' }
  const unfreeze: TicketAction = { type: 'unfreeze', identityCheck: 'in_person' }
  const claimed = moved(owned, [{ type: 'claim' }, chen, later])
  const frozen = moved(claimed, [freeze, sun, later])

  it('is stopped by the owner or whoever was told for them, by nobody else', () => {
    expect(frozen.frozen).toEqual({ by: 'U_SUN', at: later })
    expect(moved(claimed, [freeze, actor('U_MA'), later]).frozen?.by).toBe('U_MA')
    for (const other of [lin, chen, actor('U_X'), { ...sun, team: 'T2' }]) {
      expect(tried(claimed, freeze, other, later)).toBe('not_owner')
    }
    expect(tried(claimed, freeze, { ...sun, isMember: false }, later)).toBe('not_member')
  })

  it('is stopped whatever it became since the owner was told', () => {
    expect(act(claimed, 1, freeze, sun, later).kind).toBe('changed')
    const halfAnHour = openedAt + coolingOffMinutes * minute
    const resolved = moved(claimed, [resolve, chen, halfAnHour])
    expect(act(resolved, 1, freeze, sun, halfAnHour)).toMatchObject({ ticket: { state: 'resolved' } })
    expect(tried(frozen, freeze, sun, later)).toBe('late')
  })

  it('lets nothing happen that could help an impostor', () => {
    const held = everyAction.filter(
      ({ type }) => heldUp(frozen, type, 'U_CHEN', openedAt + 60 * minute) === 'frozen',
    )
    expect(held.map(({ type }) => type)).toEqual([
      'ask',
      'reply',
      'resolve',
      'cancel',
      'confirm',
      'reopen',
      'approve',
      'freeze',
    ])
  })

  it('goes on once a postmaster has spoken with the owner, and takes two from then on', () => {
    const thawed = moved(frozen, [unfreeze, wang, later])
    expect(thawed).toMatchObject({
      privileged: true,
      approvals: [],
      unfrozen: { by: 'U_WANG', identityCheck: 'in_person' },
    })
    expect('frozen' in thawed).toBe(false)
    const over = openedAt + coolingOffMinutes * minute
    expect(tried(thawed, resolve, chen, over)).toBe('approvals_missing')
    const approved = moved(thawed, [approve, chen, over], [approve, wang, over])
    expect(tried(approved, resolve, chen, over)).toBe('changed')
    expect(tried(claimed, unfreeze, wang, later)).toBe('late')
  })

  it('is not let go on by its owner or requester, postmaster or not', () => {
    const postmaster = { isPostmaster: true }
    expect(tried(frozen, unfreeze, { ...sun, ...postmaster }, later)).toBe('own_mailbox')
    expect(tried(frozen, unfreeze, { ...lin, ...postmaster }, later)).toBe('own_ticket')
  })

  it('that was closed keeps how, and takes two when it is reopened', () => {
    const over = openedAt + coolingOffMinutes * minute
    const own = sampleTicket({ owner: 'U_LIN', second: 'U_MA' })
    const resolved = moved(own, [{ type: 'claim' }, chen, later], [resolve, chen, over])
    const thawed = moved(resolved, [freeze, actor('U_MA'), over], [unfreeze, wang, over])
    expect(thawed).toMatchObject({ state: 'resolved', privileged: false })
    expect(moved(thawed, [{ type: 'reopen' }, lin, over])).toMatchObject({ privileged: true, state: 'open' })
  })
})

describe('what a requester adds', () => {
  const add = (text: number): TicketAction => ({ type: 'add', text: `word ${text}` })
  const { most, withinMs } = deskLimits.additions
  const words = Array.from({ length: most }, (_, index) => [add(index), lin, later + index] as const)
  const full = moved(sampleTicket(), ...words)

  it('is taken ten times in ten minutes, so that nobody floods the channel or pushes out what was said', () => {
    expect(tried(full, add(most), lin, later + withinMs - 1)).toBe('too_fast')
    expect(tried(full, add(most), lin, later + withinMs)).toBe('changed')
  })

  it('holds up nobody else', () => {
    expect(tried(full, { type: 'reply', text: 'Hello' }, chen, later + most)).toBe('changed')
  })
})
