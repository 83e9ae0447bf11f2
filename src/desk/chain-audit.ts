import { createHash } from 'node:crypto'
import type { AuditEntry, AuditRow } from './audit.ts'

/** A list has one spelling in JSON, so no two lines share the text that is hashed. */
function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const { previous, sequence, team, ticket, at, user, action, decision, detail } = row
  const text = JSON.stringify([previous, sequence, team, ticket, at, user, action, decision, detail])
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Chains a line to the one before it of the same ticket (`undefined` for the first): its sequence is one more, from 1,
 * and its hash is SHA-256 over the entry, the sequence and the hash before, so changing, removing, inserting or
 * swapping a line shows at `verifyAudit`. Cutting off the end does not show: nothing in the chain says how long it was.
 */
export function chainAudit(previous: AuditRow | undefined, entry: AuditEntry): AuditRow {
  const { team, ticket, at, user, action, decision, detail } = entry
  const row = {
    team,
    ticket,
    at,
    user,
    action,
    decision,
    detail,
    sequence: (previous?.sequence ?? 0) + 1,
    previous: previous?.hash ?? '',
  }
  return { ...row, hash: hashOf(row) }
}

/** The sequence of the first line that does not follow from those before it, or undefined: all hold. `rows` are all lines of one ticket, oldest first. */
export function verifyAudit(rows: readonly AuditRow[]): number | undefined {
  const broken = rows.find((row, index) => {
    const before = rows[index - 1]
    return (
      row.sequence !== index + 1 ||
      row.previous !== (before?.hash ?? '') ||
      row.ticket !== (before ?? row).ticket ||
      row.hash !== hashOf(row)
    )
  })
  return broken?.sequence
}
