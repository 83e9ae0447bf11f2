import type { Store } from '../../src/application/ports.ts'
import { createNotReady } from '../../src/slack/health.ts'
import { openStore } from '../../src/store/open-store.ts'
import { ManualTime } from '../support/manual-time.ts'
import { testAudit } from '../support/test-audit.ts'

describe('createNotReady', () => {
  let store: Store
  const clock = new ManualTime()
  const reasons = (connected = true) => createNotReady({ store, clock, connected: () => connected })()

  beforeEach(async () => {
    store = await openStore('sqlite::memory:', testAudit)
  })

  it('has nothing against a connected, empty store', async () => {
    expect(await reasons()).toEqual([])
    await store.close()
  })

  it('says when Slack is not connected', async () => {
    expect(await reasons(false)).toEqual(['not_connected'])
    await store.close()
  })

  it('says when a leased post has been due for more than a minute', async () => {
    await store.deliver('d1', clock.now(), (tx) =>
      tx.posts.put({
        id: 'p1',
        surface: { kind: 'dm', team: 'T1', user: 'U1' },
        view: { kind: 'notice', language: 'en', notice: 'text_only' },
      }),
    )
    await store.leasePosts(clock.now(), 1_000, 1)
    clock.advance(61_000)
    expect(await reasons()).toEqual([])
    clock.advance(1)
    expect(await reasons()).toEqual(['posts_lag'])
    await store.close()
  })

  it('says when the store cannot be read', async () => {
    await store.close()
    expect(await reasons()).toEqual(['storage_unavailable'])
  })
})
