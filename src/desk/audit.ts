/** One line of a ticket's history, before it is chained. Ids only, never text. */
export interface AuditEntry {
  readonly team: string
  readonly ticket: number
  readonly at: number
  readonly user: string
  readonly action: string
  readonly decision: 'done' | 'late' | 'refused'
  /** State after the action, or the reason of a refusal. */
  readonly detail: string
}

/** A chained line: `hash` covers the entry and `previous`, the hash of the line before ('' for the first). */
export interface AuditRow extends AuditEntry {
  readonly sequence: number
  readonly previous: string
  readonly hash: string
}
