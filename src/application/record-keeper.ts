import type { RetentionLimits } from '../desk/retention.ts'
import { applyRetention } from './apply-retention.ts'
import { PosternError } from './errors.ts'
import type { Clock, Ids, Log, Store } from './ports.ts'

interface RecordKeeperOptions {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly limits: RetentionLimits
}

/** Sees to the records while Postern runs: heads of chains to the log every hour, what was kept long enough away every day. */
interface RecordKeeper {
  /** Does what is due now. Never rejects. */
  tick(): Promise<void>
  start(): void
  /** Logs the heads a last time: what is cut off while nothing runs must show as well. */
  stop(): Promise<void>
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const lookEveryMs = 60_000

function codeOf(error: unknown): string {
  return error instanceof PosternError ? error.code : 'internal'
}

/** Logs the last line of each chain that has grown since it was logged last. */
function createHeadLog({ store, log }: RecordKeeperOptions): () => Promise<void> {
  const logged = new Map<number, string>()
  let isFirst = true
  return async () => {
    const heads = await store.auditHeads()
    const newest = Math.max(...heads.map(({ at }) => at))
    for (const { ticket, sequence, hash, at } of heads) {
      // A process before this one logged all but its last hour; a day covers that.
      const isKnown = logged.get(ticket) === hash || (isFirst && at < newest - dayMs)
      logged.set(ticket, hash)
      if (!isKnown) log.record('audit head', { ticket, sequence, hash })
    }
    isFirst = false
  }
}

async function retire({ store, log, limits, clock, ids }: RecordKeeperOptions): Promise<void> {
  const { removed, broken } = await applyRetention(store, limits, clock.now(), () => ids.next())
  if (removed > 0) log.info('records kept long enough were removed', { count: removed })
  for (const { ticket, sequence, wrong } of broken) {
    log.error('an audit chain is broken and stays', { ticket, sequence, code: wrong })
  }
}

export function createRecordKeeper(options: RecordKeeperOptions): RecordKeeper {
  const { clock, log } = options
  const logHeads = createHeadLog(options)
  let headsAt = 0
  let retireAt = 0
  let tail: Promise<void> = Promise.resolve()
  let looking: NodeJS.Timeout | undefined

  async function attempt(what: string, work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => log.error(what, { code: codeOf(error) }))
  }
  const heads = (): Promise<void> => attempt('heads of the audit could not be logged', logHeads)

  async function round(): Promise<void> {
    const now = clock.now()
    if (now >= headsAt) {
      headsAt = now + hourMs
      await heads()
    }
    if (now < retireAt) return
    retireAt = now + dayMs
    await attempt('records could not be removed', () => retire(options))
  }
  const tick = (): Promise<void> => {
    tail = tail.then(round)
    return tail
  }

  return {
    tick,
    start() {
      void tick()
      looking = setInterval(() => void tick(), lookEveryMs).unref()
    },
    async stop() {
      clearInterval(looking)
      tail = tail.then(heads)
      await tail
    },
  }
}
