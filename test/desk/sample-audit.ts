import fc from 'fast-check'
import type { AuditEntry, AuditHead, AuditRow } from '../../src/desk/audit.ts'
import { chainAudit, retireChain } from '../../src/desk/chain-audit.ts'
import type { AuditRecords } from '../../src/desk/verify-records.ts'

export const key = 'the key of these chains, which nobody else has'

export const entry: AuditEntry = {
  team: 'T1',
  ticket: 1001,
  at: 1,
  user: 'U1',
  action: 'claim',
  decision: 'done',
  from: 'open',
  to: 'claimed',
  reason: '',
}

const id = fc.stringMatching(/^[A-Z0-9_]{0,9}$/)
const word = fc.oneof(fc.constantFrom('open', 'claimed', 'resolved', ''), fc.string({ unit: 'grapheme' }))

export const entries: fc.Arbitrary<AuditEntry[]> = fc.array(
  fc.record({
    team: fc.constant('T1'),
    ticket: fc.constant(1001),
    at: fc.nat(),
    user: id,
    action: word,
    decision: fc.constantFrom('done' as const, 'late' as const, 'refused' as const),
    from: word,
    to: word,
    reason: word,
  }),
  { minLength: 3, maxLength: 8 },
)

export function chain(list: readonly AuditEntry[], withKey = key): AuditRow[] {
  const rows: AuditRow[] = []
  for (const each of list) rows.push(chainAudit(withKey, rows.at(-1), each))
  return rows
}

interface Kept {
  readonly records: AuditRecords
  /** The last line of each chain, as the log has it. */
  readonly heads: readonly AuditHead[]
}

/** One to five tickets, a piece of work on the records now and then, and some chains that were retired. */
export const kept: fc.Arbitrary<Kept> = fc
  .record({
    tickets: fc.array(fc.record({ list: entries, isRetired: fc.boolean() }), { minLength: 1, maxLength: 5 }),
    works: fc.array(fc.record({ list: entries, isRetired: fc.boolean() }), { maxLength: 2 }),
  })
  .map(({ tickets, works }) => {
    const numbered = [
      ...tickets.map((each, index) => ({
        ...each,
        ticket: 1001 + index,
        isRetired: each.isRetired && index > 0,
      })),
      ...works.map((each, index) => ({ ...each, ticket: -1 - index })),
    ]
    const all = numbered.map(({ list, ticket, isRetired }) => ({
      rows: chain(list.map((each) => ({ ...each, ticket }))),
      isRetired,
    }))
    return {
      records: {
        rows: all.flatMap(({ rows, isRetired }) => (isRetired ? [] : rows)),
        retired: all.flatMap(({ rows, isRetired }) => {
          const last = rows.at(-1)
          return isRetired && last !== undefined ? [retireChain(key, last, 9_999)] : []
        }),
        newestTicket: 1000 + tickets.length,
        works: works.length,
      },
      heads: all.flatMap(({ rows }) => rows.slice(-1)),
    }
  })
