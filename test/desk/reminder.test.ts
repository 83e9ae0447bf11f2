import fc from 'fast-check'
import { dueReminders, nextReminderAt, reminded } from '../../src/desk/reminder.ts'
import type { Ticket } from '../../src/desk/ticket.ts'
import { sampleHours } from './sample-hours.ts'
import { openedAt, sampleTicket } from './sample-ticket.ts'

const minute = 60_000
const hour = 60 * minute
const office = sampleHours('mon-fri 09:00-18:00', 'Asia/Shanghai', '2026-11-24')
const at = (text: string): number => Date.parse(`${text}+08:00`)

const next = (ticket: Ticket): number | undefined => nextReminderAt([ticket], office)
/** Opened on Monday at 15:00 in Shanghai. */
const open = (more: Partial<Ticket> = {}): Ticket => sampleTicket(more)
const claimed = (more: Partial<Ticket> = {}): Ticket =>
  sampleTicket({
    state: 'claimed',
    claimedBy: 'U_CHEN',
    claimedAt: openedAt + 5 * minute,
    lastMove: { action: 'claim', user: 'U_CHEN', at: openedAt + 5 * minute },
    ...more,
  })
const frozen = { by: 'U_LIN', at: openedAt + hour }
const freeze = { action: 'freeze', user: 'U_LIN', at: openedAt + hour } as const

describe('dueReminders', () => {
  it('names a ticket that nobody has, ten minutes after it was opened and not a millisecond before', () => {
    const ticket = open()
    const due = openedAt + 10 * minute
    expect(dueReminders([ticket], office, due - 1)).toEqual([])
    expect(dueReminders([ticket], office, due)).toEqual([
      { ticket, reason: 'unclaimed', since: openedAt, isFirst: true },
    ])
    expect(next(ticket)).toBe(due)
  })

  it('names it again an hour later, and no more as the first time', () => {
    const due = openedAt + 10 * minute
    const ticket = reminded(open(), due)
    expect(ticket).toEqual({ ...open(), reminded: { at: due, count: 1 } })
    expect(dueReminders([ticket], office, due + hour - 1)).toEqual([])
    expect(dueReminders([ticket], office, due + hour)).toMatchObject([{ isFirst: false }])
    expect(reminded(ticket, due + hour).reminded).toEqual({ at: due + hour, count: 2 })
  })

  it('names one that somebody has two hours after its last move', () => {
    const due = openedAt + 5 * minute + 2 * hour
    expect(dueReminders([claimed()], office, due - 1)).toEqual([])
    expect(dueReminders([claimed()], office, due)).toMatchObject([{ reason: 'silent' }])
    const moved = claimed({ lastMove: { action: 'reply', user: 'U_CHEN', at: openedAt + hour } })
    expect(dueReminders([moved], undefined, openedAt + 3 * hour - 1)).toEqual([])
    expect(dueReminders([moved], undefined, openedAt + 3 * hour)).toHaveLength(1)
  })

  it('counts the rest anew once it was claimed, released or opened again, and calls anew', () => {
    const said = { reminded: { at: openedAt + 10 * minute, count: 1 } }
    const lastMove = { action: 'claim', user: 'U_CHEN', at: openedAt + hour } as const
    expect(nextReminderAt([claimed({ ...said, lastMove })], undefined)).toBe(openedAt + 3 * hour)
    for (const action of ['release', 'reopen'] as const) {
      const lastMove = { action, user: 'U_CHEN', at: openedAt + hour }
      const ticket = open({ ...said, lastMove })
      expect(dueReminders([ticket], office, openedAt + hour + 10 * minute - 1)).toEqual([])
      expect(dueReminders([ticket], office, openedAt + hour + 10 * minute)).toMatchObject([{ isFirst: true }])
    }
  })

  it('is put off by a postmaster’s note without calling all of them again, and not by the requester’s words', () => {
    const said = { reminded: { at: openedAt + 10 * minute, count: 1 } }
    const note = open({ ...said, lastMove: { action: 'note', user: 'U_CHEN', at: openedAt + hour } })
    expect(dueReminders([note], office, openedAt + hour + 10 * minute - 1)).toEqual([])
    expect(dueReminders([note], office, openedAt + hour + 10 * minute)).toMatchObject([{ isFirst: false }])
    const add = open({ lastMove: { action: 'add', user: 'U_LIN', at: openedAt + 9 * minute } })
    expect(next(add)).toBe(openedAt + 10 * minute)
  })

  it('leaves alone what waits for its requester and what is closed', () => {
    for (const state of ['waiting', 'resolved', 'declined', 'cancelled'] as const)
      expect(next(open({ state }))).toBeUndefined()
    expect(nextReminderAt([], office)).toBeUndefined()
  })

  it('names what its owner stopped, even where it waits or is closed', () => {
    for (const state of ['resolved', 'cancelled'] as const)
      expect(next(open({ state, frozen, lastMove: freeze }))).toBe(frozen.at + 10 * minute)
    expect(next(claimed({ state: 'waiting', frozen, lastMove: freeze }))).toBe(frozen.at + 2 * hour)
  })

  it('names what is urgent first, else in the order given', () => {
    const live = [
      open({ number: 1001 }),
      open({ number: 1002, reason: 'compromised' }),
      open({ number: 1003 }),
      open({ number: 1004, frozen, lastMove: freeze }),
    ]
    const due = dueReminders(live, undefined, openedAt + 5 * hour)
    expect(due.map(({ ticket }) => ticket.number)).toEqual([1002, 1004, 1001, 1003])
  })

  it('lets tickets that come one soon after another share a reminder, unless they are urgent', () => {
    const due = openedAt + 10 * minute
    const said = reminded(open({ number: 1001 }), due)
    const later = { number: 1002, openedAt: openedAt + minute }
    expect(nextReminderAt([said, open(later)], office)).toBe(due + 5 * minute)
    expect(nextReminderAt([said, open({ ...later, openedAt: openedAt + 7 * minute })], office)).toBe(
      due + 7 * minute,
    )
    expect(nextReminderAt([said, open({ ...later, reason: 'compromised' })], office)).toBe(due + minute)
  })

  it('lets nights, weekends and holidays pass', () => {
    expect(next(open({ openedAt: at('2026-11-23T17:55') }))).toBe(at('2026-11-25T09:05'))
    expect(next(open({ openedAt: at('2026-11-28T12:00') }))).toBe(at('2026-11-30T09:10'))
    expect(next(reminded(open(), at('2026-11-23T17:30')))).toBe(at('2026-11-25T09:30'))
  })

  it('waits for no working hours where the mailbox may be in wrong hands: it calls at once when nobody is there', () => {
    const night = at('2026-11-23T22:00')
    const compromised = { reason: 'compromised', openedAt: night }
    expect(next(open(compromised))).toBe(night)
    expect(next(reminded(open(compromised), night))).toBe(night + hour)
    expect(next(open({ reason: 'compromised' }))).toBe(openedAt + 10 * minute)
    expect(nextReminderAt([open(compromised)], undefined)).toBe(night + 10 * minute)
    const stopped = { frozen: { by: 'U_LIN', at: night }, lastMove: { ...freeze, at: night } }
    expect(next(claimed(stopped))).toBe(night + 2 * hour)
  })

  it('is due exactly from the moment that was told as the next', () => {
    const ticket = fc
      .record({
        state: fc.constantFrom('open' as const, 'claimed' as const, 'waiting' as const),
        reason: fc.constantFrom('locked', 'compromised'),
        opened: fc.nat(14 * 24 * 60),
        last: fc.option(
          fc.record({ action: fc.constantFrom('note', 'add', 'release'), after: fc.nat(3000) }),
        ),
        said: fc.option(fc.nat(3000)),
      })
      .map(({ state, reason, opened, last, said }): Ticket => {
        const start = openedAt + opened * minute
        return open({
          state,
          reason,
          openedAt: start,
          ...(last && { lastMove: { action: 'note', user: 'U', at: start + last.after * minute } }),
          ...(said !== null && { reminded: { at: start + said * minute, count: 1 } }),
        })
      })
    fc.assert(
      fc.property(fc.array(ticket, { maxLength: 5 }), (live) => {
        const dueAt = nextReminderAt(live, office)
        if (dueAt === undefined)
          return expect(dueReminders(live, office, Number.MAX_SAFE_INTEGER)).toEqual([])
        const lastAt = Math.max(...live.map((each) => each.reminded?.at ?? 0))
        for (const { ticket: kept } of dueReminders(live, office, dueAt - 1)) {
          expect(kept.reason).toBe('locked')
          expect(dueAt).toBeLessThanOrEqual(lastAt + 5 * minute)
        }
        const due = dueReminders(live, office, dueAt)
        expect(due).not.toEqual([])
        for (const each of due)
          expect(nextReminderAt([reminded(each.ticket, dueAt)], office)).toBeGreaterThan(dueAt)
      }),
      { numRuns: 300 },
    )
  })
})
