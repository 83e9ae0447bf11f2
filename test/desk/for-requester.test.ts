import { act } from '../../src/desk/act.ts'
import type { TicketAction } from '../../src/desk/action.ts'
import { forRequester, hears } from '../../src/desk/for-requester.ts'
import { coolingOffMinutes } from '../../src/desk/held-up.ts'
import { Ticket } from '../../src/desk/ticket.ts'
import { TicketActionType } from '../../src/desk/ticket-action-type.ts'
import { chen, resolve } from './actors.ts'
import { openedAt, sampleTicket } from './sample-ticket.ts'

const note: TicketAction = { type: 'note', text: 'Sounds like an impostor.' }

function changed(ticket: Ticket, ...actions: TicketAction[]): Ticket {
  return actions.reduce((before, action) => {
    const change = act(before, before.version, action, chen, openedAt + coolingOffMinutes * 60_000)
    if (change.kind !== 'changed') throw new Error(`not changed: ${JSON.stringify(change)}`)
    return change.ticket
  }, ticket)
}

describe('forRequester', () => {
  it('leaves no trace of a note but the version', () => {
    const seen = forRequester(changed(sampleTicket(), note))
    expect(seen).toEqual({ ...sampleTicket(), emailTrust: 'unverified', version: 2 })
  })

  it('tells the requester of their own mailbox who has it and what came of it', () => {
    expect(forRequester(changed(sampleTicket(), { type: 'claim' }, resolve))).toMatchObject({
      state: 'resolved',
      claimedBy: 'U_CHEN',
      outcome: 'unlocked',
    })
  })

  it.each<TicketAction>([resolve, { type: 'decline', reason: 'not_their_mailbox' }])(
    'tells of a report neither who has it nor that it was closed by %j',
    (closing) => {
      const report = sampleTicket({ onBehalfOf: true })
      const notices: Ticket['notices'] = [{ of: 'opened', at: openedAt, owner: 'told' }]
      const closed = changed({ ...report, notices }, { type: 'claim' }, note, closing)
      expect(forRequester(closed)).toEqual({ ...report, emailTrust: 'unverified', version: closed.version })
      expect(Ticket.parse(forRequester(closed))).toEqual(forRequester(closed))
    },
  )

  it('keeps from the requester what is odd about their ticket, and that its owner stopped it', () => {
    const odd = sampleTicket({
      owner: 'U_SUN',
      second: 'U_MA',
      frozen: { by: 'U_SUN', at: 1 },
      unfrozen: { by: 'U_CHEN', at: 2, identityCheck: 'callback' },
      approvals: [{ user: 'U_CHEN', at: 1, identityCheck: 'callback' }],
      alarms: ['repeated'],
      links: [1007],
      privileged: true,
      notices: [{ of: 'opened', at: 1, owner: 'told' }],
      reminded: { at: 1, count: 1 },
    })
    expect(forRequester(odd)).toEqual(forRequester(sampleTicket()))
  })

  it('tells the requester who owns the mailbox that they stopped it', () => {
    const own = sampleTicket({ owner: 'U_LIN', frozen: { by: 'U_LIN', at: 1 } })
    expect(forRequester(own)).toMatchObject({ owner: 'U_LIN', frozen: { by: 'U_LIN' } })
    expect('frozen' in forRequester({ ...own, frozen: { by: 'U_MA', at: 1 } })).toBe(false)
  })

  it('is the same seen twice', () => {
    const ticket = changed(sampleTicket({ onBehalfOf: true }), { type: 'claim' }, note)
    expect(forRequester(forRequester(ticket))).toEqual(forRequester(ticket))
  })
})

describe('hears', () => {
  const heardOf = (ticket: Ticket) => TicketActionType.options.filter((action) => hears(ticket, action))

  it('is told of everything but what stays among the postmasters and the owner', () => {
    const inside = ['note', 'approve', 'freeze', 'unfreeze']
    const heard = TicketActionType.options.filter((each) => !inside.includes(each))
    expect(heardOf(sampleTicket())).toEqual(heard)
  })

  it('is told of a report only what was said to them, and what they did', () => {
    expect(heardOf(sampleTicket({ onBehalfOf: true }))).toEqual(['ask', 'reply', 'add', 'cancel'])
  })
})
