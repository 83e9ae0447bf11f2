import { createHash, createHmac } from 'node:crypto'
import type { AuditBreak, AuditEntry, AuditRow, RetiredChain } from './audit.ts'

type Unhashed = Omit<AuditRow, 'hash' | 'keyed'>

function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}

/** Canonical JSON: these keys in alphabetical order, no spaces. It begins with a brace, so it cannot run together with the hash before it. */
function keyedHash(key: string, row: Unhashed): string {
  const { previous, action, at, decision, from, reason, sequence, team, ticket, to, user } = row
  const line = { action, at, decision, from, reason, sequence, team, ticket, to, user }
  return hmac(key, previous + JSON.stringify(line))
}

/** How lines were hashed before there was a key; they told the state after, or the reason of a refusal, in one column. */
function unkeyedHash(row: Unhashed): string {
  const { previous, sequence, team, ticket, at, user, action, decision, to, reason } = row
  const line = [previous, sequence, team, ticket, at, user, action, decision, to + reason]
  return createHash('sha256').update(JSON.stringify(line)).digest('hex')
}

function isAsWritten(key: string, row: AuditRow): boolean {
  if (row.keyed === 1) return row.hash === keyedHash(key, row)
  const unused = row.decision === 'refused' ? row.to : row.reason
  return row.from === '' && unused === '' && row.hash === unkeyedHash(row)
}

/**
 * Chains a line to the one before it of the same ticket (`undefined` for the first): its sequence is one more, from 1, and its
 * hash is HMAC-SHA256 under `key` over the hash before and the canonical JSON of the line. Changing, removing, inserting or
 * swapping lines shows at `verifyChain`; only the key's holder could hide it. Cutting off the end shows only against
 * heads kept elsewhere: nothing in a chain says how long it was.
 */
export function chainAudit(key: string, previous: AuditRow | undefined, entry: AuditEntry): AuditRow {
  const { team, ticket, at, user, action, decision, from, to, reason } = entry
  const row = {
    team,
    ticket,
    at,
    user,
    action,
    decision,
    from,
    to,
    reason,
    sequence: (previous?.sequence ?? 0) + 1,
    previous: previous?.hash ?? '',
  }
  return { ...row, keyed: 1, hash: keyedHash(key, row) }
}

function wrongWith(
  key: string,
  row: AuditRow,
  before: AuditRow | undefined,
): AuditBreak['wrong'] | undefined {
  if (row.sequence !== (before?.sequence ?? 0) + 1) return 'missing'
  if (row.ticket !== (before ?? row).ticket) return 'misplaced'
  if (before?.keyed === 1 && row.keyed !== 1) return 'unkeyed'
  if (!isAsWritten(key, row)) return 'changed'
  return row.previous === (before?.hash ?? '') ? undefined : 'misplaced'
}

/**
 * The first break among `rows`, all lines of one chain in order of sequence; undefined: it is whole. Lines without a key count
 * only under a later one that has it: anybody could have written them.
 */
export function verifyChain(key: string, rows: readonly AuditRow[]): AuditBreak | undefined {
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1]
    const wrong = wrongWith(key, row, before)
    const sequence = wrong === 'missing' ? (before?.sequence ?? 0) + 1 : row.sequence
    if (wrong !== undefined) return { ticket: row.ticket, sequence, wrong }
  }
  const last = rows.at(-1)
  if (last?.keyed !== 0) return undefined
  return { ticket: last.ticket, sequence: last.sequence, wrong: 'unkeyed' }
}

function sealOf(key: string, { ticket, sequence, head, endedAt, at }: Omit<RetiredChain, 'seal'>): string {
  return hmac(key, JSON.stringify(['retired', ticket, sequence, head, endedAt, at]))
}

/** What stays of a whole chain, known by its last line, when it is taken away at `at`. */
export function retireChain(key: string, last: AuditRow, at: number): RetiredChain {
  const rest = { ticket: last.ticket, sequence: last.sequence, head: last.hash, endedAt: last.at, at }
  return { ...rest, seal: sealOf(key, rest) }
}

/** Whether the holder of `key` took the chain away. */
export function isRetired(key: string, chain: RetiredChain): boolean {
  return chain.seal === sealOf(key, chain)
}

/** By this a database knows its key again without holding it. */
export function keyFingerprint(key: string): string {
  return hmac(key, 'the key of this audit')
}
