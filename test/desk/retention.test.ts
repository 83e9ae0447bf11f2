import fc from 'fast-check'
import { closedStates, hasText, names, withoutPerson, withoutText } from '../../src/desk/retention.ts'
import { Requester, Ticket } from '../../src/desk/ticket.ts'
import { arbitraryTicket } from '../slack/views/arbitrary-ticket.ts'
import { sampleTicket } from './sample-ticket.ts'

const said = (user: string, text: string) => ({ from: 'postmaster', user, text, at: 1 }) as const

describe('withoutText', () => {
  it('takes what people wrote, and leaves the rest', () => {
    const ticket = sampleTicket({ note: 'a', screenText: 'b', messages: [said('U1', 'c')] })
    expect(withoutText(ticket)).toEqual(sampleTicket())
    expect(hasText(ticket)).toBe(true)
    fc.assert(fc.property(arbitraryTicket, (each) => !hasText(withoutText(each))))
  })

  it('knows every field of a ticket: a new one is either text that goes or a record that stays', () => {
    const text = ['screenText', 'note', 'messages', 'notes']
    const record = [
      ...[
        'number',
        'team',
        'requester',
        'mailbox',
        'match',
        'reason',
        'title',
        'lockedSince',
        'path',
        'todo',
      ],
      ...['state', 'version', 'openedAt', 'claimedBy', 'claimedAt', 'resolvedBy', 'resolvedAt', 'outcome'],
      ...[
        'identityCheck',
        'confirmedAt',
        'reopened',
        'closedBefore',
        'declinedBy',
        'declinedAt',
        'declineReason',
      ],
      ...['lastMove', 'onBehalfOf', 'owner', 'second', 'notices', 'emailTrust', 'privileged', 'approvals'],
      ...['frozen', 'unfrozen', 'alarms', 'links', 'reminded'],
    ]
    expect(Object.keys(Ticket.shape).sort()).toEqual([...text, ...record].sort())
  })
})

describe('hasText', () => {
  it.each([{ note: 'a' }, { screenText: 'a' }, { messages: [said('U1', 'a')] }])('sees %j', (change) => {
    expect(hasText(sampleTicket(change))).toBe(true)
    expect(hasText(sampleTicket())).toBe(false)
  })
})

describe('names', () => {
  it.each([
    { requester: { ...sampleTicket().requester, user: 'U7' } },
    { claimedBy: 'U7' },
    { resolvedBy: 'U7' },
    { messages: [said('U7', 'a')] },
  ])('sees who stands in %j', (change) => {
    expect(names(sampleTicket(change), 'U7')).toBe(true)
    expect(names(sampleTicket(), 'U7')).toBe(false)
  })
})

describe('withoutPerson', () => {
  it('ends a stop, for there is nobody left to speak with', () => {
    const stopped = sampleTicket({ frozen: { by: 'U_MA', at: 1 } })
    expect('frozen' in withoutPerson(stopped, 'U_LIN')).toBe(false)
  })

  it('takes the mailbox out of somebody else’s ticket where it is theirs, once that is closed', () => {
    const report = sampleTicket({ owner: 'U_SUN', mailbox: 'sun.li@example.com' })
    expect(withoutPerson(report, 'U_SUN').mailbox).toBe('sun.li@example.com')
    expect(withoutPerson({ ...report, state: 'declined' }, 'U_SUN').mailbox).toBe('—')
    expect(withoutPerson({ ...report, state: 'declined' }, 'U_CHEN').mailbox).toBe('sun.li@example.com')
  })

  it('leaves of a requester the id and how their case went', () => {
    const ticket = sampleTicket({
      state: 'resolved',
      claimedBy: 'U9',
      note: 'a',
      messages: [said('U9', 'b')],
    })
    expect(withoutPerson(ticket, 'U_LIN')).toEqual({
      ...sampleTicket({ state: 'resolved', claimedBy: 'U9' }),
      requester: { user: 'U_LIN', name: '', language: 'en' },
      mailbox: '—',
      match: 'unknown',
    })
  })

  it('ends a case that is still open', () => {
    expect(withoutPerson(sampleTicket({ state: 'claimed', claimedBy: 'U9' }), 'U_LIN').state).toBe(
      'cancelled',
    )
    expect(closedStates).toContain('cancelled')
  })

  it('takes from the case of somebody else only what the person wrote', () => {
    const ticket = sampleTicket({ note: 'a', claimedBy: 'U9', messages: [said('U9', 'b'), said('U8', 'c')] })
    expect(withoutPerson(ticket, 'U9')).toEqual({ ...ticket, messages: [said('U8', 'c')] })
  })

  it('leaves nothing of a requester’s name, address or words, in any ticket, and fits the schema', () => {
    fc.assert(
      fc.property(arbitraryTicket, (any) => {
        const canary = 'canary-91'
        const requester = { ...any.requester, user: 'U1', name: canary, email: canary, timeZone: canary }
        const messages = any.messages.map((each) => ({ ...each, text: canary }))
        const ticket = { ...any, requester, messages, mailbox: canary, note: canary, screenText: canary }
        const erased = withoutPerson(ticket, 'U1')
        expect(JSON.stringify(erased)).not.toContain(canary)
        expect(Ticket.safeParse(erased).success).toBe(Ticket.safeParse(ticket).success)
        expect(withoutPerson(erased, 'U1')).toEqual(erased)
      }),
    )
  })

  it('knows everything that is kept of a requester', () => {
    expect(Object.keys(Requester.shape).sort()).toEqual([
      'checkedAt',
      'email',
      'emailConfirmed',
      'language',
      'name',
      'timeZone',
      'user',
    ])
  })
})
