import type { AuditBreak, AuditHead, AuditRow, RetiredChain } from './audit.ts'
import { isRetired, verifyChain } from './chain-audit.ts'

/** All that is kept of who did what, read at one moment. */
export interface AuditRecords {
  /** In order of ticket and sequence. */
  readonly rows: readonly AuditRow[]
  readonly retired: readonly RetiredChain[]
  /** The newest number given to a ticket; 1000 before the first. */
  readonly newestTicket: number
  /** How many pieces of work on the records there were. */
  readonly works: number
}

const firstTicket = 1001

interface Chain {
  readonly rows: readonly AuditRow[]
  readonly retired?: RetiredChain
  readonly heads: readonly AuditHead[]
}

function wasGiven(ticket: number, { newestTicket, works }: AuditRecords): boolean {
  return (ticket >= firstTicket && ticket <= newestTicket) || (ticket < 0 && ticket >= -works)
}

/** Tickets first, upwards, then work on the records. */
function inOrder(a: number, b: number): number {
  return Number(a < 0) - Number(b < 0) || Math.abs(a) - Math.abs(b)
}

/** Every number that has a chain, or should have one. */
function numbers(records: AuditRecords, heads: readonly AuditHead[]): number[] {
  const present = new Set([...records.rows, ...records.retired, ...heads].map(({ ticket }) => ticket))
  // Where far more numbers were given than there are chains, the first missing ones tell enough.
  const most = present.size + 100
  const tickets = Math.min(most, Math.max(0, records.newestTicket - firstTicket + 1))
  const works = Math.min(most, records.works)
  for (let count = 0; count < tickets; count += 1) present.add(firstTicket + count)
  for (let count = 1; count <= works; count += 1) present.add(-count)
  return [...present].sort(inOrder)
}

/** What the log knows of a chain, held against what is there. */
function againstHeads(chain: Chain): AuditBreak | undefined {
  const { rows, retired, heads } = chain
  const end = retired?.sequence ?? rows.length
  for (const { ticket, sequence, hash } of [...heads].sort((a, b) => a.sequence - b.sequence)) {
    if (sequence > end) return { ticket, sequence: end + 1, wrong: 'cut_off' }
    const known =
      retired === undefined || sequence < retired.sequence ? rows[sequence - 1]?.hash : retired.head
    // Of a chain that was retired only the end is known.
    if (known !== undefined && known !== hash) return { ticket, sequence, wrong: 'rewritten' }
  }
  return undefined
}

function breakOf(key: string, ticket: number, records: AuditRecords, chain: Chain): AuditBreak | undefined {
  const { rows, retired } = chain
  const [first] = rows
  if (retired !== undefined) {
    if (!isRetired(key, retired)) return { ticket, sequence: retired.sequence, wrong: 'taken_away' }
    if (first !== undefined) return { ticket, sequence: first.sequence, wrong: 'left_over' }
  } else if (first === undefined) {
    return { ticket, sequence: 1, wrong: 'no_chain' }
  }
  if (!wasGiven(ticket, records)) return { ticket, sequence: first?.sequence ?? 1, wrong: 'never_opened' }
  return verifyChain(key, rows) ?? againstHeads(chain)
}

function grouped<T extends { readonly ticket: number }>(list: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const each of list) {
    const group = groups.get(each.ticket)
    if (group === undefined) groups.set(each.ticket, [each])
    else group.push(each)
  }
  return groups
}

/**
 * The first break of every chain that has one, by ticket: each chain whole, or retired by the key's holder, and none missing
 * from the first ticket to the newest. `heads` are last lines as they were logged: by them a chain that was cut off, or taken
 * away with its number, is found too.
 */
export function verifyRecords(
  key: string,
  records: AuditRecords,
  heads: readonly AuditHead[] = [],
): AuditBreak[] {
  const rows = grouped(records.rows)
  const retired = grouped(records.retired)
  const anchors = grouped(heads)
  return numbers(records, heads).flatMap((ticket) => {
    const [taken] = retired.get(ticket) ?? []
    const chain = {
      rows: rows.get(ticket) ?? [],
      heads: anchors.get(ticket) ?? [],
      ...(taken !== undefined && { retired: taken }),
    }
    return breakOf(key, ticket, records, chain) ?? []
  })
}
