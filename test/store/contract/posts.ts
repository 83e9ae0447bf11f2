import type { LeasedPost, SendResult, Surface } from '../../../src/application/post.ts'
import type { Subject } from '../contract.ts'
import { channel, dm, view } from '../samples.ts'

const sent: SendResult = { kind: 'sent', channel: 'D1', ts: '1.0' }
const notSent = (retryAt: number): SendResult => ({ kind: 'not_sent', retryAt, code: 'ratelimited' })
const unknown = (retryAt: number): SendResult => ({ kind: 'unknown', retryAt, code: 'timeout' })
const dead: SendResult = { kind: 'dead', code: 'channel_not_found' }

export function postsContract({ store, run }: Subject): void {
  const put = (id: string, surface: Surface = dm(), number = 1) =>
    run((tx) => tx.posts.put({ id, surface, view: view(number) }))
  const lease = (now: number, leaseMs = 100, limit = 10) => store().leasePosts(now, leaseMs, limit)
  const ids = (posts: readonly LeasedPost[]) => posts.map((post) => post.id)
  /** Leases the only post that is ready. */
  const one = async (now: number): Promise<LeasedPost> => {
    const [post, ...others] = await lease(now)
    if (post === undefined || others.length > 0) throw new Error('not exactly one post was ready')
    return post
  }

  describe('posts', () => {
    it('begin at revision 1 and show what was put', async () => {
      await put('p', channel, 7)
      const post = { id: 'p', surface: channel, view: view(7), revision: 1 }
      expect(await run((tx) => tx.posts.find('p'))).toEqual(post)
      expect(await run((tx) => tx.posts.find('q'))).toBeUndefined()
      expect(await lease(0)).toEqual([{ ...post, fence: 1, attempts: 0 }])
    })

    it('rise by one revision with every change, and go out once with the last', async () => {
      for (const number of [1, 2, 3]) await put('p', dm(), number)
      const post = await one(0)
      expect(post).toMatchObject({ revision: 3, view: view(3) })
      expect(await store().markSent(post, sent, 1)).toBe(true)
      expect(await lease(1)).toEqual([])
      expect(await store().nextPostAt()).toBeUndefined()
    })

    it('know where Slack has them once sent', async () => {
      await put('p')
      await store().markSent(await one(0), sent, 1)
      await put('p', dm(), 2)
      const { sent: place, revision, attempts } = await one(2)
      expect({ place, revision, attempts }).toEqual({
        place: { channel: 'D1', ts: '1.0' },
        revision: 2,
        attempts: 0,
      })
    })

    it('stay due when they change while being sent', async () => {
      await put('p', dm(), 1)
      const first = await one(0)
      await put('p', dm(), 2)
      expect(await lease(1)).toEqual([])
      expect(await store().markSent(first, sent, 2)).toBe(true)
      expect(await one(2)).toMatchObject({ revision: 2, view: view(2), fence: 2 })
    })

    it('go out one at a time for a place, in the order in which they became due', async () => {
      for (const id of ['c', 'a', 'b']) await put(id)
      await put('c', dm(), 2)
      const order: string[] = []
      for (let now = 0; now < 3; now += 1) {
        const post = await one(now)
        order.push(post.id)
        await store().markSent(post, sent, now)
      }
      expect(order).toEqual(['c', 'a', 'b'])
    })

    it('go out side by side to different places, oldest change first, up to a limit', async () => {
      await put('home', { kind: 'home', team: 'T1', user: 'U1' })
      await put('dm', dm())
      await put('other', dm('U2'))
      await put('team', { kind: 'dm', team: 'T2', user: 'U1' })
      await put('channel', channel)
      expect(ids(await lease(0, 100, 3))).toEqual(['home', 'dm', 'other'])
      expect(ids(await lease(0))).toEqual(['team', 'channel'])
    })

    it('are leased to one worker at a time, until the lease runs out', async () => {
      await put('p')
      const [a, b] = await Promise.all([lease(0), lease(0)])
      expect([...a, ...b]).toHaveLength(1)
      expect(await store().nextPostAt()).toBe(100)
      expect(await lease(99)).toEqual([])
      expect(await one(100)).toMatchObject({ fence: 2, attempts: 0 })
    })

    it('are not sent, and their result is dropped, once another worker has them', async () => {
      await put('p')
      const slow = await one(0)
      const next = await one(100)
      expect(await store().markSending(slow, 101)).toBe(false)
      expect(await store().markSent(slow, sent, 101)).toBe(false)
      expect(await store().markSending(next, 101)).toBe(true)
      expect(await store().markSent(next, sent, 102)).toBe(true)
      expect(await store().markSent(next, dead, 103)).toBe(false)
    })

    it('are not sent when the lease has run out, but a late result still counts', async () => {
      await put('p')
      const post = await one(0)
      expect(await store().markSending(post, 99)).toBe(true)
      expect(await store().markSending(post, 100)).toBe(false)
      expect(await store().markSent(post, sent, 150)).toBe(true)
      expect(await lease(200)).toEqual([])
    })

    it('come back uncertain when the worker died after it began to send', async () => {
      await put('p')
      await store().markSending(await one(0), 5)
      expect(await one(100)).toMatchObject({ uncertainSince: 5, fence: 2 })
    })

    it('come back certain when the worker died before', async () => {
      await put('p')
      await one(0)
      expect(await one(100)).not.toHaveProperty('uncertainSince')
    })

    it('wait for their next try when not sent, certain again', async () => {
      await put('p')
      const post = await one(0)
      await store().markSending(post, 1)
      await store().markSent(post, notSent(500), 2)
      expect(await store().nextPostAt()).toBe(500)
      expect(await lease(499)).toEqual([])
      const again = await one(500)
      expect(again.attempts).toBe(1)
      expect(again).not.toHaveProperty('uncertainSince')
    })

    it('stay uncertain since the first attempt of unknown outcome, until one is known', async () => {
      await put('p')
      const first = await one(0)
      await store().markSending(first, 5)
      await store().markSent(first, unknown(200), 10)
      const second = await one(200)
      expect(second).toMatchObject({ uncertainSince: 5, attempts: 1 })
      await store().markSending(second, 201)
      await store().markSent(second, unknown(400), 202)
      const third = await one(400)
      expect(third).toMatchObject({ uncertainSince: 5, attempts: 2 })
      await store().markSent(third, sent, 401)
      await put('p')
      expect(await one(402)).not.toHaveProperty('uncertainSince')
    })

    it('hold back those behind them while they wait, and a change does not hurry them', async () => {
      await put('first')
      await store().markSent(await one(0), notSent(500), 1)
      await put('second')
      await put('first', dm(), 2)
      await put('elsewhere', channel)
      const elsewhere = await one(2)
      expect(elsewhere.id).toBe('elsewhere')
      await store().markSent(elsewhere, sent, 3)
      expect(await one(500)).toMatchObject({ id: 'first', revision: 2 })
    })

    it('are given up when dead, hold nobody back, and live again with the next change', async () => {
      await put('p', dm(), 1)
      await put('q')
      const post = await one(0)
      await store().markSent(post, notSent(10), 1)
      await store().markSent(await one(10), dead, 11)
      const behind = await one(11)
      expect(behind.id).toBe('q')
      await store().markSent(behind, sent, 12)
      expect(await store().nextPostAt()).toBeUndefined()
      await put('p', dm(), 2)
      expect(await one(13)).toMatchObject({ id: 'p', revision: 2, attempts: 0 })
    })

    it('that changed while they were given up are tried again', async () => {
      await put('p', dm(), 1)
      const post = await one(0)
      await put('p', dm(), 2)
      await store().markSent(post, dead, 1)
      expect(await one(1)).toMatchObject({ revision: 2 })
    })
  })
}
