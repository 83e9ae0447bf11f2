import fc from 'fast-check'
import { queueOf } from '../../src/desk/queue.ts'
import type { Ticket, TicketState } from '../../src/desk/ticket.ts'
import { sampleTicket } from './sample-ticket.ts'

const me = 'U_CHEN'
const numbers = ({ rows }: { rows: readonly { number: number }[] }) => rows.map(({ number }) => number)

describe('queueOf', () => {
  const live = [
    sampleTicket({ number: 1004, openedAt: 4, state: 'claimed', claimedBy: me }),
    sampleTicket({ number: 1003, openedAt: 1 }),
    sampleTicket({ number: 1001, openedAt: 2 }),
    sampleTicket({ number: 1002, openedAt: 3, state: 'claimed', claimedBy: 'U_WANG' }),
    sampleTicket({ number: 1005, openedAt: 5, state: 'waiting', claimedBy: me }),
    sampleTicket({ number: 1006, openedAt: 5, state: 'waiting', claimedBy: 'U_WANG' }),
  ]

  it('puts each ticket into one part, oldest first', () => {
    const stopped = sampleTicket({ number: 1007, state: 'resolved', frozen: { by: 'U_LIN', at: 6 } })
    const { asOf, ...parts } = queueOf([...live, stopped], me, 9)
    const { open, mine, waiting, others } = parts
    expect(asOf).toBe(9)
    expect(numbers(parts.stopped)).toEqual([1007])
    expect([open, mine, waiting, others].map(numbers)).toEqual([[1003, 1001], [1004], [1005, 1006], [1002]])
  })

  it('holds nothing of who asks, for what, and what was written', () => {
    const rows = Object.values(queueOf(live, me, 9)).flatMap((part) =>
      typeof part === 'number' ? [] : part.rows,
    )
    expect(new Set(rows.flatMap(Object.keys))).toEqual(new Set(['number', 'reason', 'openedAt', 'claimedBy']))
  })

  it('loses no ticket: what is not shown is counted', () => {
    const ticket = fc.record({
      number: fc.nat(),
      openedAt: fc.nat(),
      state: fc.constantFrom(...(['open', 'claimed', 'waiting'] satisfies TicketState[])),
      claimedBy: fc.constantFrom(me, 'U_WANG'),
    })
    fc.assert(
      fc.property(fc.array(ticket, { maxLength: 60 }), (tickets) => {
        const { asOf: _, ...parts } = queueOf(
          tickets.map((each): Ticket => sampleTicket(each)),
          me,
          9,
        )
        const counted = Object.values(parts).map(({ rows, more }) => rows.length + more)
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(tickets.length)
        for (const { rows } of Object.values(parts)) expect(rows.length).toBeLessThanOrEqual(10)
      }),
    )
  })
})
