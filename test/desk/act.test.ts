import fc from 'fast-check'
import { act, isRepeated, mayAct } from '../../src/desk/act.ts'
import type { TicketAction, TicketChange } from '../../src/desk/action.ts'
import { reopenDays } from '../../src/desk/held-up.ts'
import { rules } from '../../src/desk/rules.ts'
import { Ticket, TicketState } from '../../src/desk/ticket.ts'
import { actor, chen, everyAction, lin, resolve, sun, wang } from './actors.ts'
import { openedAt, sampleTicket } from './sample-ticket.ts'

const later = openedAt + 60_000

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

function declined(): Ticket {
  return done(act(claimed(), 2, { type: 'decline', reason: 'no_answer' }, chen, later))
}

describe('act', () => {
  it('claims an open ticket', () => {
    expect(claimed()).toMatchObject({ state: 'claimed', claimedBy: 'U_CHEN', claimedAt: later, version: 2 })
  })

  it('tells the second to claim who was faster', () => {
    const late = { kind: 'late', action: 'claim', by: 'U_CHEN', at: later }
    expect(act(claimed(), 1, { type: 'claim' }, wang, later + 5)).toEqual(late)
  })

  it('refuses a claim that was made on an older version, though the ticket is open again', () => {
    const released = done(act(claimed(), 2, { type: 'release' }, chen, later))
    const late = { kind: 'late', action: 'release', by: 'U_CHEN', at: later }
    expect(act(released, 1, { type: 'claim' }, wang, later)).toEqual(late)
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
    const late = { kind: 'late', action: 'claim', by: 'U_CHEN' }
    expect(act(claimed(), 2, resolve, wang, later)).toMatchObject(late)
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
      ticket = done(act(ticket, 1, { type: 'reply', text: `remark ${count}` }, chen, later))
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
    const late = { kind: 'late', action: 'cancel', by: 'U_LIN', at: later }
    expect(act(ticket, 1, { type: 'claim' }, chen, later)).toEqual(late)
  })

  it('confirms a resolved ticket once for each version', () => {
    const confirmed = done(act(resolved(), 3, { type: 'confirm' }, lin, later))
    expect(confirmed).toMatchObject({ state: 'resolved', version: 4, confirmedAt: later })
    expect(act(confirmed, 3, { type: 'confirm' }, lin, later)).toMatchObject({ kind: 'late' })
    expect(done(act(confirmed, 4, { type: 'reopen' }, lin, later))).not.toHaveProperty('confirmedAt')
  })

  it('reopens a resolved ticket, free of its claim and its outcome', () => {
    const ticket = done(act(resolved(), 3, { type: 'reopen' }, lin, later))
    expect(ticket).toEqual({
      ...sampleTicket(),
      version: 4,
      reopened: 1,
      closedBefore: { state: 'resolved', by: 'U_CHEN', at: later },
      lastMove: { action: 'reopen', user: 'U_LIN', at: later },
    })
  })

  it('reopens within seven days, and not a moment later', () => {
    const last = later + reopenDays * 24 * 3_600_000
    for (const closed of [resolved(), declined()]) {
      expect(act(closed, 3, { type: 'reopen' }, lin, last).kind).toBe('changed')
      expect(act(closed, 3, { type: 'reopen' }, lin, last + 1)).toEqual({
        kind: 'refused',
        reason: 'reopen_over',
      })
    }
  })

  it('keeps why it was declined when it is opened again', () => {
    const ticket = done(act(declined(), 3, { type: 'reopen' }, lin, later))
    expect(ticket.closedBefore).toEqual({ state: 'declined', by: 'U_CHEN', at: later, reason: 'no_answer' })
    expect(ticket).not.toHaveProperty('declineReason')
  })

  it('hands a ticket to a colleague, who then is the one who may resolve it', () => {
    const handed = done(act(claimed(), 2, { type: 'hand', to: wang }, chen, later))
    expect(handed).toMatchObject({ state: 'claimed', claimedBy: 'U_WANG' })
    expect(handed.lastMove).toEqual({ action: 'hand', user: 'U_CHEN', at: later, to: 'U_WANG' })
    expect(done(act(handed, 3, resolve, wang, later)).resolvedBy).toBe('U_WANG')
    expect(act(handed, 3, resolve, chen, later)).toMatchObject({ kind: 'late', by: 'U_WANG' })
  })

  it.each([
    ['somebody who is no postmaster', sun, 'target_unfit'],
    ['somebody who is no full member', { ...wang, isMember: false }, 'target_unfit'],
    ['the requester', { ...lin, isPostmaster: true }, 'target_unfit'],
    ['the mailbox’s owner', { ...wang, addresses: ['lin.wei@example.com'] }, 'target_unfit'],
    ['whoever has it', chen, 'target_same'],
  ] as const)('hands nothing to %s', (_, to, reason) => {
    expect(act(claimed(), 2, { type: 'hand', to }, chen, later)).toEqual({ kind: 'refused', reason })
  })

  it('waits on a question, and goes on with the same postmaster once it is answered', () => {
    const asked = done(act(claimed(), 2, { type: 'ask', text: 'Which phone?' }, chen, later))
    expect(asked).toMatchObject({ state: 'waiting', claimedBy: 'U_CHEN' })
    const answered = done(act(asked, 3, { type: 'add', text: 'The old one.' }, lin, later))
    expect(answered).toMatchObject({ state: 'claimed', claimedBy: 'U_CHEN' })
    expect(answered.messages.map(({ from }) => from)).toEqual(['postmaster', 'requester'])
  })

  it('keeps a note apart from what is said', () => {
    const noted = done(act(sampleTicket(), 1, { type: 'note', text: 'Called twice.' }, wang, later))
    expect(noted.notes).toEqual([{ user: 'U_WANG', text: 'Called twice.', at: later }])
    expect(noted.messages).toEqual([])
  })

  it('declines with a reason, and words if there are any', () => {
    expect(declined()).toMatchObject({ state: 'declined', declinedBy: 'U_CHEN', declineReason: 'no_answer' })
    const text = 'Please come by.'
    const worded = done(act(claimed(), 2, { type: 'decline', reason: 'other', text }, chen, later))
    expect(worded.messages).toMatchObject([{ from: 'postmaster', text }])
  })

  it('checks who acts before it checks anything else', () => {
    expect(act(claimed(), 1, { type: 'claim' }, lin, later)).toEqual({
      kind: 'refused',
      reason: 'not_postmaster',
    })
  })
})

/** What must hold of a ticket in its state. */
function checkLegal(ticket: Ticket): void {
  expect(Ticket.parse(ticket)).toEqual(ticket)
  const { state, claimedBy, resolvedBy, identityCheck, outcome, declinedBy, declineReason } = ticket
  if (state === 'open') expect(claimedBy).toBeUndefined()
  if (state === 'claimed' || state === 'waiting') expect(['U_CHEN', 'U_WANG']).toContain(claimedBy)
  const isResolved = state === 'resolved'
  expect([resolvedBy, identityCheck, outcome].map((each) => each !== undefined)).toEqual([
    isResolved,
    isResolved,
    isResolved,
  ])
  const isDeclined = state === 'declined'
  expect([declinedBy, declineReason].map((each) => each !== undefined)).toEqual([isDeclined, isDeclined])
  if (!isResolved) expect(ticket.confirmedAt).toBeUndefined()
}

const anybody = fc.constantFrom(
  chen,
  chen,
  chen,
  wang,
  lin,
  lin,
  sun,
  { ...lin, isPostmaster: true },
  { ...chen, isMember: false },
  actor('U_OWNER', { isPostmaster: true, addresses: ['lin.wei@example.com'] }),
  { ...wang, team: 'T2' },
)
const anyAction = fc.oneof(
  fc.constantFrom(...everyAction),
  anybody.map((to): TicketAction => ({ type: 'hand', to })),
)

describe('any sequence of actions by anybody', () => {
  const deed = fc.record({ action: anyAction, by: anybody, age: fc.constantFrom(0, 0, 0, 1, 2) })

  it('reaches no illegal state, grows the version by one, and leads only where the rules say', () => {
    const reached = new Set<TicketState>()
    fc.assert(
      fc.property(fc.array(deed, { minLength: 30, maxLength: 60 }), fc.boolean(), (deeds, onBehalfOf) => {
        let ticket = sampleTicket({ onBehalfOf })
        for (const { action, by, age } of deeds) {
          const change = act(ticket, ticket.version - age, action, by, later)
          if (change.kind !== 'changed') continue
          const { to, by: side } = rules[action.type]
          expect(change.ticket.version).toBe(ticket.version + 1)
          expect(change.ticket.state).toBe(to[ticket.state])
          expect(by.isMember && by.team === 'T1').toBe(true)
          expect(by.user === 'U_LIN').toBe(side === 'requester')
          if (side === 'claimer') expect(by.user).toBe(ticket.claimedBy)
          checkLegal(change.ticket)
          ticket = change.ticket
          reached.add(ticket.state)
        }
      }),
      { numRuns: 2_000 },
    )
    expect([...reached].sort()).toEqual([...TicketState.options].sort())
  })

  it('changes nothing on a version that is past, but for what is only said', () => {
    fc.assert(
      fc.property(anyAction, anybody, fc.integer({ min: 1, max: 5 }), (action, by, age) => {
        for (const ticket of [sampleTicket({ version: 9 }), { ...claimed(), version: 9 }]) {
          const isSaid = ['reply', 'note', 'add'].includes(action.type)
          if (!isSaid) expect(act(ticket, 9 - age, action, by, later).kind).not.toBe('changed')
        }
      }),
    )
  })
})

describe('isRepeated', () => {
  it('knows the same words of a form that was sent twice, and no others', () => {
    const note: TicketAction = { type: 'note', text: 'Called twice.' }
    const ticket = done(act(sampleTicket(), 1, note, chen, later))
    expect(isRepeated(ticket, 1, note, 'U_CHEN')).toBe(true)
    expect(isRepeated(ticket, 2, note, 'U_CHEN')).toBe(false)
    expect(isRepeated(ticket, 1, note, 'U_WANG')).toBe(false)
    expect(isRepeated(ticket, 1, { type: 'reply', text: 'Called twice.' }, 'U_CHEN')).toBe(false)
  })
})

describe('mayAct', () => {
  it('agrees with act on every action, version, actor and state', () => {
    const waiting = done(act(claimed(), 2, { type: 'ask', text: 'a' }, chen, later))
    const cancelled = sampleTicket({ state: 'cancelled', version: 2 })
    const tickets = [sampleTicket(), claimed(), waiting, resolved(), declined(), cancelled]
    fc.assert(
      fc.property(
        fc.constantFrom(...tickets),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(...everyAction),
        anybody,
        (ticket, version, action, by) => {
          const change = act(ticket, version, action, by, later)
          const objection = mayAct(ticket, version, action.type, by, later)
          if (action.type === 'hand' && change.kind === 'refused' && objection === undefined) {
            expect(change.reason).toMatch(/^target_/)
          } else expect(objection).toEqual(change.kind === 'changed' ? undefined : change)
        },
      ),
    )
  })
})
