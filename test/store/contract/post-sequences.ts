import fc from 'fast-check'
import type { Store } from '../../../src/application/ports.ts'
import type { LeasedPost, SendResult } from '../../../src/application/post.ts'
import type { Subject } from '../contract.ts'
import { channel, dm, view } from '../samples.ts'

const leaseMs = 100
const surfaces = { a: dm('U1'), b: dm('U1'), c: dm('U2'), d: channel } as const
type PostId = keyof typeof surfaces

type Step =
  | { readonly kind: 'put'; readonly id: PostId }
  | { readonly kind: 'lease'; readonly limit: number }
  | { readonly kind: 'sending' | 'result'; readonly pick: number; readonly result: SendResult['kind'] }
  | { readonly kind: 'wait'; readonly ms: number }

const id = fc.constantFrom<PostId>('a', 'b', 'c', 'd')
const result = fc.constantFrom<SendResult['kind']>('sent', 'sent', 'not_sent', 'unknown', 'dead')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), id }),
  fc.record({ kind: fc.constant('lease' as const), limit: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constantFrom('sending' as const, 'result' as const), pick: fc.nat(), result }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 150 }) }),
)

function resultOf(kind: SendResult['kind'], now: number): SendResult {
  if (kind === 'sent') return { kind, channel: 'D1', ts: '1.0' }
  return kind === 'dead' ? { kind, code: 'gone' } : { kind, retryAt: now + 50, code: 'again' }
}

/** What the posts must be, reckoned by hand beside the store. */
class Model {
  now = 1
  readonly put = new Map<PostId, number>()
  /** The newest revision of each post that Slack has, or that was given up. */
  readonly settled = new Map<string, number>()
  /** Every lease ever given, newest last. */
  readonly leases: LeasedPost[] = []
  readonly #fences = new Map<string, number>()

  lease(posts: readonly LeasedPost[]): void {
    expect(new Set(posts.map((post) => JSON.stringify(post.surface))).size).toBe(posts.length)
    for (const post of posts) {
      expect(post.revision).toBe(this.put.get(post.id as PostId))
      expect(post.revision).toBeGreaterThan(this.settled.get(post.id) ?? 0)
      expect(post.fence).toBeGreaterThan(this.#fences.get(post.id) ?? 0)
      this.#fences.set(post.id, post.fence)
      this.leases.push(post)
    }
  }

  record(post: LeasedPost, kind: SendResult['kind']): void {
    expect(post.fence).toBe(this.#fences.get(post.id))
    if (kind === 'sent' || kind === 'dead') this.settled.set(post.id, post.revision)
  }

  /** Posts whose newest revision is neither in Slack nor given up. */
  due(): PostId[] {
    return [...this.put]
      .filter(([name, revision]) => revision > (this.settled.get(name) ?? 0))
      .map(([name]) => name)
  }
}

async function take(store: Store, run: Subject['run'], model: Model, next: Step): Promise<void> {
  switch (next.kind) {
    case 'wait':
      model.now += next.ms
      return
    case 'put':
      await run((tx) => tx.posts.put({ id: next.id, surface: surfaces[next.id], view: view() }))
      model.put.set(next.id, (model.put.get(next.id) ?? 0) + 1)
      return
    case 'lease':
      model.lease(await store.leasePosts(model.now, leaseMs, next.limit))
      return
    case 'sending':
    case 'result': {
      const post = model.leases[next.pick % Math.max(model.leases.length, 1)]
      if (post === undefined) return
      if (next.kind === 'sending') await store.markSending(post, model.now)
      else if (await store.markSent(post, resultOf(next.result, model.now), model.now)) {
        model.record(post, next.result)
      }
    }
  }
}

/** Sends everything that is still due, and gives the ids in the order of sending. */
async function sendAll(store: Store, model: Model): Promise<void> {
  for (let at = await store.nextPostAt(); at !== undefined; at = await store.nextPostAt()) {
    model.now = Math.max(model.now, at)
    const posts = await store.leasePosts(model.now, leaseMs, 10)
    expect(posts.length).toBeGreaterThan(0)
    model.lease(posts)
    for (const post of posts) {
      expect(await store.markSent(post, resultOf('sent', model.now), model.now)).toBe(true)
      model.record(post, 'sent')
    }
  }
}

export function postSequencesContract(open: () => Promise<Store>): void {
  describe('posts in any sequence of changes, leases, results and waits', () => {
    it('lose no revision, send none twice and end with Slack up to date', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
          const store = await open()
          let count = 0
          const runIn: Subject['run'] = async (use) => {
            count += 1
            const delivered = await store.deliver(`${count}`, 0, use)
            if (delivered.kind === 'seen') throw new Error('a key was given twice')
            return delivered.value
          }
          const model = new Model()
          for (const next of steps) await take(store, runIn, model, next)
          expect((await store.nextPostAt()) === undefined).toBe(model.due().length === 0)
          await sendAll(store, model)
          expect(model.due()).toEqual([])
          await store.close()
        }),
        { numRuns: 60 },
      )
    })
  })
}
