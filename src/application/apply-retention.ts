import type { AuditBreak } from '../desk/audit.ts'
import { hasText, type RetentionLimits, withoutText } from '../desk/retention.ts'
import type { ClosedTicket, RetentionTx, Store } from './ports.ts'
import { rewriteView } from './rewrite-view.ts'

/** What one run took away, and the chains that it left because they are broken. */
interface RetentionRun {
  readonly removed: number
  readonly broken: readonly AuditBreak[]
}

interface Run {
  readonly limits: RetentionLimits
  readonly now: number
  /** One short transaction, so that nobody waits long for the database. */
  step<T>(use: (retention: RetentionTx) => Promise<T>): Promise<T>
}

const batch = 100

async function oneTicket(
  retention: RetentionTx,
  { ticket, closedAt }: ClosedTicket,
  { limits, now }: Run,
): Promise<boolean> {
  if (closedAt < now - limits.ticketMs) return await retention.removeTicket(ticket)
  if (closedAt >= now - limits.textMs || !hasText(ticket)) return false
  return await retention.rewriteTicket(withoutText(ticket), (view) => rewriteView(view, withoutText))
}

async function tickets(run: Run): Promise<number> {
  let removed = 0
  let after = 0
  const next = () =>
    run.step(async (retention) => {
      const closed = await retention.closedTickets(after, batch)
      for (const each of closed) if (await oneTicket(retention, each, run)) removed += 1
      return closed.at(-1)?.ticket.number
    })
  for (let last = await next(); last !== undefined; last = await next()) after = last
  return removed
}

/** Takes away batch after batch, until one is not full. */
async function all(take: () => Promise<number>): Promise<number> {
  let removed = 0
  let taken: number
  do {
    taken = await take()
    removed += taken
  } while (taken === batch)
  return removed
}

async function chains(run: Run): Promise<RetentionRun> {
  const broken: AuditBreak[] = []
  let removed = 0
  let after = Number.MIN_SAFE_INTEGER
  const next = () =>
    run.step(async (retention) => {
      const ended = await retention.endedChains(run.now - run.limits.auditMs, after, batch)
      for (const ticket of ended) {
        const found = await retention.retireChain(ticket, run.now)
        if (found === undefined) removed += 1
        else broken.push(found)
      }
      return ended.at(-1)
    })
  for (let last = await next(); last !== undefined; last = await next()) after = last
  return { removed, broken }
}

/**
 * Takes away what was kept long enough: texts, then whole tickets, ended sessions, posts, counts of messages and chains. Each step is a transaction
 * of its own; one that is cut short is taken up by the next run. `key` names a step and must be fresh.
 */
export async function applyRetention(
  store: Store,
  limits: RetentionLimits,
  now: number,
  key: () => string,
): Promise<RetentionRun> {
  const run: Run = {
    limits,
    now,
    async step(use) {
      const delivered = await store.deliver(`retention:${key()}`, now, (tx) => use(tx.retention))
      if (delivered.kind === 'seen') throw new Error('a key was used before')
      return delivered.value
    },
  }
  const before = now - limits.sessionMs
  const closed = await tickets(run)
  const sessions = await all(() => run.step((retention) => retention.removeEndedSessions(before, batch)))
  const posts = await all(() => run.step((retention) => retention.removeIdlePosts(before, batch)))
  const heard = await all(() => run.step((retention) => retention.removeHeard(before, batch)))
  const { removed, broken } = await chains(run)
  return { removed: closed + sessions + posts + heard + removed, broken }
}
