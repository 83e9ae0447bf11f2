import fc from 'fast-check'
import type { AuditEntry, AuditRow } from '../../src/desk/audit.ts'
import { chainAudit, verifyAudit } from '../../src/desk/chain-audit.ts'

const entry: AuditEntry = {
  team: 'T1',
  ticket: 1001,
  at: 1,
  user: 'U1',
  action: 'claim',
  decision: 'done',
  detail: 'claimed',
}

const entries = fc.array(
  fc.record({
    team: fc.constant('T1'),
    ticket: fc.constant(1001),
    at: fc.nat(),
    user: fc.string(),
    action: fc.string(),
    decision: fc.constantFrom('done' as const, 'late' as const, 'refused' as const),
    detail: fc.string(),
  }),
  { minLength: 3, maxLength: 8 },
)

function chain(list: readonly AuditEntry[]): AuditRow[] {
  const rows: AuditRow[] = []
  for (const each of list) rows.push(chainAudit(rows.at(-1), each))
  return rows
}

describe('chainAudit', () => {
  it('begins a ticket’s chain with sequence 1 and nothing before', () => {
    expect(chainAudit(undefined, entry)).toMatchObject({ ...entry, sequence: 1, previous: '' })
  })

  it('ties a line to the one before it', () => {
    const first = chainAudit(undefined, entry)
    const second = chainAudit(first, entry)
    expect(second).toMatchObject({ sequence: 2, previous: first.hash })
    expect(second.hash).not.toBe(first.hash)
  })

  it('hashes with SHA-256, so that others can check it', () => {
    expect(chainAudit(undefined, entry).hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('tells apart lines whose texts run together', () => {
    const a = chainAudit(undefined, { ...entry, action: 'ab', detail: 'c' })
    const b = chainAudit(undefined, { ...entry, action: 'a', detail: 'bc' })
    expect(a.hash).not.toBe(b.hash)
  })
})

describe('verifyAudit', () => {
  it('finds nothing in a chain as it was written', () => {
    fc.assert(fc.property(entries, (list) => verifyAudit(chain(list)) === undefined))
    expect(verifyAudit([])).toBeUndefined()
  })

  it('names the line that was changed', () => {
    const change = fc.constantFrom('team', 'user', 'action', 'detail', 'previous', 'hash')
    fc.assert(
      fc.property(entries, fc.nat(), change, (list, pick, field) => {
        const rows = chain(list)
        const at = pick % rows.length
        const changed = rows.map((row, index) => (index === at ? { ...row, [field]: `${row.user}!` } : row))
        expect(verifyAudit(changed)).toBe(at + 1)
      }),
    )
  })

  it('sees a line taken out of the middle', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, pick) => {
        const rows = chain(list)
        const at = pick % (rows.length - 1)
        expect(verifyAudit(rows.toSpliced(at, 1))).toBe(at + 2)
      }),
    )
  })

  it('sees two lines that changed places', () => {
    const [first, second, third] = chain([entry, entry, entry])
    expect(first && second && third && verifyAudit([first, third, second])).toBe(3)
  })

  it('sees a line put in, even one that is chained rightly', () => {
    const rows = chain([entry, entry])
    const extra = chainAudit(rows[0], { ...entry, action: 'release' })
    expect(verifyAudit(rows.toSpliced(1, 0, extra))).toBe(2)
  })

  it('sees lines of two tickets in one chain', () => {
    const first = chainAudit(undefined, entry)
    expect(verifyAudit([first, chainAudit(first, { ...entry, ticket: 1002 })])).toBe(2)
  })
})
