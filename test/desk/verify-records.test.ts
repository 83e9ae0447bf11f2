import fc from 'fast-check'
import { chainAudit } from '../../src/desk/chain-audit.ts'
import { type AuditRecords, verifyRecords } from '../../src/desk/verify-records.ts'
import { chain, entry, kept, key } from './sample-audit.ts'
import { type Tampering, tamper, tampering } from './tamper.ts'

const runs = 1_000

describe('verifyRecords', () => {
  it('raises no alarm on 1,000 records as they were written, held against heads of any time', () => {
    let alarms = 0
    for (const [{ records, heads }, pick] of fc.sample(fc.tuple(kept, fc.nat()), runs)) {
      const earlier = records.rows.filter((_, index) => index % 3 === pick % 3)
      if (verifyRecords(key, records, [...heads, ...earlier]).length > 0) alarms += 1
    }
    expect(alarms).toBe(0)
  })

  it('finds 1,000 of 1,000 random tamperings, of every kind, against heads in the log', () => {
    const done = new Set<Tampering['kind']>()
    const missed: Tampering[] = []
    for (const [{ records, heads }, what] of fc.sample(fc.tuple(kept, tampering), runs)) {
      done.add(what.kind)
      if (verifyRecords(key, tamper(records, what), heads).length === 0) missed.push(what)
    }
    expect({ missed, kinds: done.size }).toEqual({ missed: [], kinds: 11 })
  })

  const records: AuditRecords = {
    rows: [1001, 1002, 1003, -1].flatMap((ticket) =>
      chain([entry, entry].map((each) => ({ ...each, ticket }))),
    ),
    retired: [],
    newestTicket: 1003,
    works: 1,
  }
  const without = (ticket: number): AuditRecords => ({
    ...records,
    rows: records.rows.filter((row) => row.ticket !== ticket),
  })

  it('names a ticket without a chain, and work on the records without one', () => {
    expect(verifyRecords(key, without(1002))).toEqual([{ ticket: 1002, sequence: 1, wrong: 'no_chain' }])
    expect(verifyRecords(key, without(-1))).toEqual([{ ticket: -1, sequence: 1, wrong: 'no_chain' }])
  })

  it('names every broken chain once, tickets first', () => {
    const rows = records.rows.map((row) => ({ ...row, user: 'U9' }))
    expect(verifyRecords(key, { ...records, rows })).toEqual(
      [1001, 1002, 1003, -1].map((ticket) => ({ ticket, sequence: 1, wrong: 'changed' })),
    )
  })

  it('names a chain whose number was never given', () => {
    expect(verifyRecords(key, { ...records, newestTicket: 1002 })).toEqual([
      { ticket: 1003, sequence: 1, wrong: 'never_opened' },
    ])
    expect(verifyRecords(key, { ...records, works: 0 })).toMatchObject([
      { ticket: -1, wrong: 'never_opened' },
    ])
    const zero = chain([{ ...entry, ticket: 0 }])
    expect(verifyRecords(key, { ...records, rows: [...zero, ...records.rows] })).toMatchObject([
      { ticket: 0, wrong: 'never_opened' },
    ])
  })

  it('sees a cut end only by the log', () => {
    const heads = records.rows.filter(({ ticket, sequence }) => ticket === 1003 && sequence === 2)
    const cut = { ...records, rows: records.rows.filter((row) => !heads.includes(row)) }
    expect(verifyRecords(key, cut)).toEqual([])
    expect(verifyRecords(key, cut, heads)).toEqual([{ ticket: 1003, sequence: 2, wrong: 'cut_off' }])
  })

  it('sees what the holder of the key has written anew, by the log alone', () => {
    const heads = records.rows.filter(({ ticket }) => ticket === 1001)
    const rows = [...chain([{ ...entry, user: 'U9' }, entry]), ...without(1001).rows]
    expect(verifyRecords(key, { ...records, rows })).toEqual([])
    expect(verifyRecords(key, { ...records, rows }, heads)).toEqual([
      { ticket: 1001, sequence: 1, wrong: 'rewritten' },
    ])
  })

  it('does not count for ever where a counter was set high', () => {
    const breaks = verifyRecords(key, { ...records, newestTicket: 1e12, works: 1e12 })
    expect(breaks[0]).toEqual({ ticket: 1004, sequence: 1, wrong: 'no_chain' })
    expect(breaks.length).toBeLessThan(1_000)
  })

  it('names lines that came back to a chain that was retired', () => {
    const [first] = fc.sample(
      kept.filter(({ records: each }) => each.retired.length > 0),
      1,
    )
    const [retired] = first?.records.retired ?? []
    if (first === undefined || retired === undefined) throw new Error('nothing is retired')
    const row = chainAudit(key, undefined, { ...entry, ticket: retired.ticket })
    const { ticket } = retired
    expect(verifyRecords(key, { ...first.records, rows: [...first.records.rows, row] })).toEqual([
      { ticket, sequence: 1, wrong: 'left_over' },
    ])
  })
})
