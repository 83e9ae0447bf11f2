import fc from 'fast-check'
import { newestPost } from '../../src/application/newest-post.ts'
import { Scene } from './scene.ts'

describe('newestPost', () => {
  it('finds the end of a series of any length', async () => {
    const scene = await Scene.open()
    const surface = { kind: 'dm', team: 'T1', user: 'U1' } as const
    const view = { kind: 'notice', language: 'en', notice: 'text_only' } as const
    await fc.assert(
      fc.asyncProperty(fc.uuid(), fc.integer({ min: 0, max: 40 }), async (name, length) => {
        await scene.store.deliver(name, 0, async (tx) => {
          for (let count = 1; count <= length; count++) {
            const { newest, nextId } = await newestPost(tx, name)
            expect(newest?.id).toBe(count === 1 ? undefined : count === 2 ? name : `${name}:${count - 1}`)
            await tx.posts.put({ id: nextId, surface, view })
          }
        })
      }),
      { numRuns: 10 },
    )
    await scene.store.close()
  })
})
