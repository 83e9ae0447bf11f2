/** One line of a chain, before it is chained. Ids, states and codes only, never text of a person. */
export interface AuditEntry {
  readonly team: string
  /** The ticket; below zero it is a piece of work on the records themselves, such as an erasure, counted down from -1. */
  readonly ticket: number
  /** ms since epoch */
  readonly at: number
  readonly user: string
  readonly action: string
  readonly decision: 'done' | 'late' | 'refused'
  /** The ticket's state before and after; the same where nothing came of it. */
  readonly from: string
  readonly to: string
  /** Why it was refused; of work on the records, whom it was about. */
  readonly reason: string
}

/** What nobody in Slack did: a chain put under the key, a person erased, an alarm, an owner told. Such a line names no account. */
const notInSlack: ReadonlySet<string> = new Set([
  'seal',
  'erase_person',
  'export_person',
  'alarm',
  'inform',
  'link',
])

export function isBySomebodyInSlack({ action }: Pick<AuditEntry, 'action'>): boolean {
  return !notInSlack.has(action)
}

/** A chained line: `hash` covers the entry, `sequence` (from 1) and `previous`, the hash of the line before ('' for the first). */
export interface AuditRow extends AuditEntry {
  readonly sequence: number
  /** 0: written before chains had a key. */
  readonly keyed: 0 | 1
  readonly previous: string
  readonly hash: string
}

/** What stays of a chain that was kept long enough; `seal` shows that the holder of the key took it away. */
export interface RetiredChain {
  readonly ticket: number
  /** Of its last line, which was written at `endedAt`. */
  readonly sequence: number
  readonly head: string
  readonly endedAt: number
  readonly at: number
  readonly seal: string
}

/** The last line of a chain at some time, as the log keeps it. */
export type AuditHead = Pick<AuditRow, 'ticket' | 'sequence' | 'hash'>

/** The first line of a chain that is not as it was written, and what is wrong with it. */
export interface AuditBreak {
  readonly ticket: number
  readonly sequence: number
  readonly wrong:
    | 'missing'
    | 'misplaced'
    | 'changed'
    | 'unkeyed'
    | 'cut_off'
    | 'rewritten'
    | 'no_chain'
    | 'never_opened'
    | 'left_over'
    | 'taken_away'
}
