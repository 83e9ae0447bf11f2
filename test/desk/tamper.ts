import fc from 'fast-check'
import type { AuditRow } from '../../src/desk/audit.ts'
import { chainAudit, retireChain } from '../../src/desk/chain-audit.ts'
import type { AuditRecords } from '../../src/desk/verify-records.ts'

/** What somebody does who can write to the database and knows this code, but not the key. */
export const tampering = fc.record({
  kind: fc.constantFrom(
    'edit',
    'edit and hash again',
    'delete',
    'insert',
    'swap',
    'truncate',
    'drop the chain',
    'drop the chain and lower the counter',
    'feign a retirement',
    'write the chain anew',
    'write the chain anew without a key',
  ),
  pick: fc.nat(),
  other: fc.nat(),
  field: fc.constantFrom(
    'team',
    'at',
    'user',
    'action',
    'decision',
    'from',
    'to',
    'reason',
    'previous',
    'hash',
    'keyed',
  ),
})
export type Tampering = typeof tampering extends fc.Arbitrary<infer T> ? T : never

const otherKey = 'a key that somebody made up for themselves'

function edited(row: AuditRow, field: Tampering['field']): AuditRow {
  if (field === 'at') return { ...row, at: row.at + 1 }
  if (field === 'keyed') return { ...row, keyed: 0 }
  if (field === 'decision') return { ...row, decision: row.decision === 'done' ? 'refused' : 'done' }
  return { ...row, [field]: `${row[field]}x` }
}

/** The chain from its beginning, with hashes that fit each other under a key that is not the right one. */
function anew(rows: readonly AuditRow[]): AuditRow[] {
  const made: AuditRow[] = []
  for (const row of rows) made.push(chainAudit(otherKey, made.at(-1), row))
  return made
}

const numbered = (rows: readonly AuditRow[]): AuditRow[] =>
  rows.map((row, index) => ({ ...row, sequence: index + 1 }))

type WithRows = (rows: AuditRow[], what: Tampering) => AuditRow[]

/** Each changes the lines of one chain. */
const inChain: Partial<Record<Tampering['kind'], WithRows>> = {
  edit: (rows, { other, field }) =>
    rows.map((row, index) => (index === other % rows.length ? edited(row, field) : row)),
  'edit and hash again': (rows, { other }) =>
    rows.map((row, index) =>
      index === other % rows.length
        ? chainAudit(otherKey, rows[index - 1], { ...row, user: `${row.user}x` })
        : row,
    ),
  delete: (rows, { other }) => rows.toSpliced(other % rows.length, 1),
  insert: (rows, { other, field }) => {
    const at = other % (rows.length + 1)
    const extra = chainAudit(
      otherKey,
      rows[at - 1],
      rows[other % rows.length] ?? edited(rows[0] as AuditRow, field),
    )
    return numbered(rows.toSpliced(at, 0, extra))
  },
  swap: (rows, { other }) => {
    const at = other % (rows.length - 1)
    const [first, second] = rows.slice(at, at + 2)
    return first === undefined || second === undefined ? [] : numbered(rows.toSpliced(at, 2, second, first))
  },
  truncate: (rows, { other }) => rows.slice(0, 1 + (other % (rows.length - 1))),
  'write the chain anew': (rows) => anew(rows.map((row) => ({ ...row, user: `${row.user}x` }))),
  'write the chain anew without a key': (rows) =>
    rows.map((row) => ({ ...row, keyed: 0, from: '', reason: '' })),
}

/** The records as they are after it. */
export function tamper(records: AuditRecords, what: Tampering): AuditRecords {
  const tickets = [...new Set(records.rows.map(({ ticket }) => ticket))]
  const ticket = tickets[what.pick % tickets.length]
  const theirs = records.rows.filter((row) => row.ticket === ticket)
  const rest = records.rows.filter((row) => row.ticket !== ticket)
  const change = inChain[what.kind]
  if (change !== undefined) return { ...records, rows: [...rest, ...change(theirs, what)] }
  const last = theirs.at(-1)
  const isNewest = ticket === records.newestTicket
  if (what.kind === 'feign a retirement' && last !== undefined) {
    return { ...records, rows: rest, retired: [...records.retired, retireChain(otherKey, last, 9_999)] }
  }
  const lower = what.kind === 'drop the chain and lower the counter' && isNewest ? 1 : 0
  return { ...records, rows: rest, newestTicket: records.newestTicket - lower }
}
