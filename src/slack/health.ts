import type { Clock, Store } from '../application/ports.ts'

interface HealthOptions {
  readonly store: Store
  readonly clock: Clock
  readonly connected: () => boolean
}

/** Posts that are due for longer than this mean that people are waiting for nothing. */
const lagMs = 60_000

/** Why Postern cannot do its work now, in fixed words; empty: it can. */
export function createNotReady({ store, clock, connected }: HealthOptions): () => Promise<readonly string[]> {
  async function ofStore(): Promise<readonly string[]> {
    try {
      const due = await store.nextPostAt()
      return due !== undefined && due < clock.now() - lagMs ? ['posts_lag'] : []
    } catch {
      return ['storage_unavailable']
    }
  }
  return async () => [...(connected() ? [] : ['not_connected']), ...(await ofStore())]
}
