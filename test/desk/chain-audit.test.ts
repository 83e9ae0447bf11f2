import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import type { AuditRow } from '../../src/desk/audit.ts'
import {
  chainAudit,
  isRetired,
  keyFingerprint,
  retireChain,
  verifyChain,
} from '../../src/desk/chain-audit.ts'
import { chain, entries, entry, key } from './sample-audit.ts'

/** A chain as it was written before there was a key. */
function unkeyedChain(count: number): AuditRow[] {
  const rows: AuditRow[] = []
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const previous = rows.at(-1)?.hash ?? ''
    const { team, ticket, at, user, action, decision } = entry
    const line = [previous, sequence, team, ticket, at, user, action, decision, 'claimed']
    const hash = createHash('sha256').update(JSON.stringify(line)).digest('hex')
    rows.push({ ...entry, from: '', to: 'claimed', reason: '', sequence, previous, keyed: 0, hash })
  }
  return rows
}

describe('chainAudit', () => {
  it('begins a ticket’s chain with sequence 1 and nothing before', () => {
    expect(chainAudit(key, undefined, entry)).toMatchObject({ ...entry, sequence: 1, previous: '' })
  })

  it('ties a line to the one before it', () => {
    const first = chainAudit(key, undefined, entry)
    const second = chainAudit(key, first, entry)
    expect(second).toMatchObject({ sequence: 2, previous: first.hash })
    expect(second.hash).not.toBe(first.hash)
  })

  it('hashes with HMAC-SHA256 over the hash before and the line as JSON in the order of its keys, so that others can check it', () => {
    const line =
      '{"action":"claim","at":1,"decision":"done","from":"open","reason":"","sequence":1,"team":"T1","ticket":1001,"to":"claimed","user":"U1"}'
    const first = createHmac('sha256', key).update(line).digest('hex')
    const second = createHmac('sha256', key)
      .update(first + line.replace('"sequence":1', '"sequence":2'))
      .digest('hex')
    expect(chain([entry, entry]).map(({ hash }) => hash)).toEqual([first, second])
  })

  it('tells apart lines whose texts run together, and keys', () => {
    const a = chainAudit(key, undefined, { ...entry, from: 'ab', to: 'c' })
    const b = chainAudit(key, undefined, { ...entry, from: 'a', to: 'bc' })
    expect(a.hash).not.toBe(b.hash)
    expect(chainAudit(`${key}!`, undefined, entry).hash).not.toBe(chainAudit(key, undefined, entry).hash)
  })
})

describe('verifyChain', () => {
  it('finds nothing in a chain as it was written', () => {
    fc.assert(fc.property(entries, (list) => verifyChain(key, chain(list)) === undefined))
    expect(verifyChain(key, [])).toBeUndefined()
  })

  it('names the line that was changed', () => {
    const change = fc.constantFrom('team', 'user', 'action', 'from', 'to', 'reason', 'hash')
    fc.assert(
      fc.property(entries, fc.nat(), change, (list, pick, field) => {
        const rows = chain(list)
        const at = pick % rows.length
        const changed = rows.map((row, index) => (index === at ? { ...row, [field]: `${row[field]}!` } : row))
        expect(verifyChain(key, changed)).toEqual({ ticket: 1001, sequence: at + 1, wrong: 'changed' })
      }),
    )
  })

  it('names the line that was taken out of the middle', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, pick) => {
        const rows = chain(list)
        const at = pick % (rows.length - 1)
        const broken = { ticket: 1001, sequence: at + 1, wrong: 'missing' }
        expect(verifyChain(key, rows.toSpliced(at, 1))).toEqual(broken)
      }),
    )
  })

  it('sees two lines that changed places, and one that was put in', () => {
    const [first, second, third] = chain([entry, entry, entry])
    if (first === undefined || second === undefined || third === undefined) throw new Error('three lines')
    expect(verifyChain(key, [first, third, second])).toMatchObject({ sequence: 2, wrong: 'missing' })
    const extra = chainAudit('another key', first, { ...entry, action: 'release' })
    expect(verifyChain(key, [first, extra])).toMatchObject({ sequence: 2, wrong: 'changed' })
    const foreign = chainAudit(key, undefined, { ...entry, ticket: 1002 })
    expect(verifyChain(key, [foreign, second])).toMatchObject({ sequence: 2, wrong: 'misplaced' })
  })

  it('sees a line of the same key that follows another', () => {
    const [first] = chain([{ ...entry, user: 'U2' }])
    const [, second] = chain([entry, entry])
    if (first === undefined || second === undefined) throw new Error('two lines')
    expect(verifyChain(key, [first, second])).toMatchObject({ sequence: 2, wrong: 'misplaced' })
  })

  describe('with lines from before there was a key', () => {
    const sealed = (): AuditRow[] => {
      const old = unkeyedChain(3)
      return [...old, chainAudit(key, old.at(-1), { ...entry, action: 'seal' })]
    }

    it('holds them where a line under the key follows', () => {
      expect(verifyChain(key, sealed())).toBeUndefined()
    })

    it('does not hold them alone, for anybody can write such', () => {
      expect(verifyChain(key, unkeyedChain(3))).toEqual({ ticket: 1001, sequence: 3, wrong: 'unkeyed' })
    })

    it('does not hold one that comes after the key', () => {
      const rows = sealed()
      const late = unkeyedChain(5)
        .slice(4)
        .map((row) => ({ ...row, previous: rows.at(-1)?.hash ?? '' }))
      expect(verifyChain(key, [...rows, ...late])).toMatchObject({ sequence: 5, wrong: 'unkeyed' })
    })

    it.each([
      ['user', 'U2'],
      ['to', 'open'],
      ['from', 'open'],
      ['reason', 'x'],
    ])('names one whose %s was changed', (field, value) => {
      const rows = sealed().map((row, index) => (index === 1 ? { ...row, [field]: value } : row))
      expect(verifyChain(key, rows)).toMatchObject({ sequence: 2, wrong: 'changed' })
    })
  })
})

describe('retireChain', () => {
  it('seals what the chain was: its ticket, its end and when it went', () => {
    const [row] = chain([entry])
    if (row === undefined) throw new Error('one line')
    const retired = retireChain(key, row, 5)
    expect(retired).toMatchObject({ ticket: 1001, sequence: 1, head: row.hash, endedAt: 1, at: 5 })
    expect(isRetired(key, retired)).toBe(true)
    expect(isRetired('another key', retired)).toBe(false)
    for (const change of [{ ticket: 1002 }, { sequence: 2 }, { head: 'x' }, { endedAt: 2 }, { at: 6 }]) {
      expect(isRetired(key, { ...retired, ...change })).toBe(false)
    }
  })
})

describe('keyFingerprint', () => {
  it('tells keys apart without telling them', () => {
    expect(keyFingerprint(key)).toMatch(/^[0-9a-f]{64}$/)
    expect(keyFingerprint(key)).not.toBe(keyFingerprint(`${key}!`))
  })
})
