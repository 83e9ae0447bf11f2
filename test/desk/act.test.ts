import fc from 'fast-check'
import { act, mayAct } from '../../src/desk/act.ts'
import type { Actor, TicketAction, TicketChange } from '../../src/desk/action.ts'
import { Ticket } from '../../src/desk/ticket.ts'
import { openedAt, sampleTicket } from './sample-ticket.ts'

const chen: Actor = { team: 'T1', user: 'U_CHEN', isPostmaster: true }
const wang: Actor = { team: 'T1', user: 'U_WANG', isPostmaster: true }
const lin: Actor = { team: 'T1', user: 'U_LIN', isPostmaster: false }
const later = openedAt + 60_000

const resolve: TicketAction = { type: 'resolve', outcome: 'unlocked', identityCheck: 'callback' }

/** What the ticket became; a failed expectation where it did not change. */
function done(change: TicketChange): Ticket {
  if (change.kind !== 'changed') throw new Error(`not changed: ${JSON.stringify(change)}`)
  return change.ticket
}

function claimed(): Ticket {
  return done(act(sampleTicket(), 1, { type: 'claim' }, chen, later))
}

function resolved(): Ticket {
  return done(act(claimed(), 2, resolve, chen, later))
}

describe('act', () => {
  it('claims an open ticket', () => {
    expect(claimed()).toMatchObject({ state: 'claimed', claimedBy: 'U_CHEN', claimedAt: later, version: 2 })
  })

  it('tells the second to claim who was faster', () => {
    expect(act(claimed(), 1, { type: 'claim' }, wang, later + 5)).toEqual({
      kind: 'late',
      by: 'U_CHEN',
      at: later,
    })
  })

  it('refuses a claim that was made on an older version, though the ticket is open again', () => {
    const released = done(act(claimed(), 2, { type: 'release' }, chen, later))
    expect(act(released, 1, { type: 'claim' }, wang, later)).toEqual({ kind: 'late' })
  })

  it('lets any postmaster release, which leaves no trace of the claim', () => {
    const ticket = done(act(claimed(), 2, { type: 'release' }, wang, later))
    expect(ticket.state).toBe('open')
    expect('claimedBy' in ticket).toBe(false)
    expect('claimedAt' in ticket).toBe(false)
  })

  it('records how identity was checked when it resolves', () => {
    expect(resolved()).toMatchObject({
      state: 'resolved',
      resolvedBy: 'U_CHEN',
      resolvedAt: later,
      outcome: 'unlocked',
      identityCheck: 'callback',
    })
  })

  it('lets only the one who claimed it resolve', () => {
    expect(act(claimed(), 2, resolve, wang, later)).toMatchObject({ kind: 'late', by: 'U_CHEN' })
    expect(act(sampleTicket(), 1, resolve, wang, later)).toEqual({ kind: 'late' })
  })

  it('keeps a reply and a remark, on a version that has moved on too', () => {
    const replied = done(act(claimed(), 1, { type: 'reply', text: 'Please wait.' }, wang, later))
    const added = done(act(replied, 1, { type: 'add', text: 'I am at my desk.' }, lin, later))
    expect(added.messages).toEqual([
      { from: 'postmaster', user: 'U_WANG', text: 'Please wait.', at: later },
      { from: 'requester', user: 'U_LIN', text: 'I am at my desk.', at: later },
    ])
    expect(added.state).toBe('claimed')
  })

  it('keeps the newest 20 messages', () => {
    let ticket = sampleTicket()
    for (let count = 1; count <= 25; count++) {
      ticket = done(act(ticket, 1, { type: 'add', text: `remark ${count}` }, lin, later))
    }
    expect(ticket.messages).toHaveLength(20)
    expect(ticket.messages.at(0)?.text).toBe('remark 6')
    expect(ticket.messages.at(-1)?.text).toBe('remark 25')
  })

  it('cancels at the requester’s word', () => {
    expect(done(act(claimed(), 2, { type: 'cancel' }, lin, later)).state).toBe('cancelled')
  })

  it('names the requester to a postmaster who comes after they cancelled', () => {
    const ticket = done(act(sampleTicket(), 1, { type: 'cancel' }, lin, later))
    expect(act(ticket, 1, { type: 'claim' }, chen, later)).toEqual({ kind: 'late', by: 'U_LIN' })
  })

  it('confirms a resolved ticket once for each version', () => {
    const confirmed = done(act(resolved(), 3, { type: 'confirm' }, lin, later))
    expect(confirmed).toEqual({ ...resolved(), version: 4, confirmedAt: later })
    expect(act(confirmed, 3, { type: 'confirm' }, lin, later)).toMatchObject({ kind: 'late' })
    expect(done(act(confirmed, 4, { type: 'reopen' }, lin, later))).not.toHaveProperty('confirmedAt')
  })

  it('reopens a resolved ticket, free of its claim and its outcome', () => {
    const ticket = done(act(resolved(), 3, { type: 'reopen' }, lin, later))
    expect(ticket).toEqual({ ...sampleTicket(), version: 4, reopened: 1 })
  })

  it('checks who acts before it checks anything else', () => {
    expect(act(claimed(), 1, { type: 'claim' }, lin, later)).toEqual({
      kind: 'refused',
      reason: 'not_postmaster',
    })
  })
})

describe('mayAct', () => {
  it('agrees with act on every action, version, actor and state', () => {
    const actions: TicketAction[] = [
      { type: 'claim' },
      { type: 'release' },
      { type: 'reply', text: 'a' },
      resolve,
      { type: 'add', text: 'b' },
      { type: 'cancel' },
      { type: 'confirm' },
      { type: 'reopen' },
    ]
    const tickets = [sampleTicket(), claimed(), resolved(), sampleTicket({ state: 'cancelled', version: 2 })]
    fc.assert(
      fc.property(
        fc.constantFrom(...tickets),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(...actions),
        fc.constantFrom(chen, wang, lin),
        (ticket, version, action, actor) => {
          const change = act(ticket, version, action, actor, later)
          const objection = mayAct(ticket, version, action.type, actor)
          expect(objection).toEqual(change.kind === 'changed' ? undefined : change)
          if (change.kind === 'changed') {
            expect(change.ticket.version).toBe(ticket.version + 1)
            expect(Ticket.parse(change.ticket)).toEqual(change.ticket)
          }
        },
      ),
    )
  })
})
