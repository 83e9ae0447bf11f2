import fc from 'fast-check'
import type { Subject } from '../contract.ts'
import { dm, entry, session, ticket, view } from '../samples.ts'

export function deliveriesContract({ store, run }: Subject): void {
  describe('deliver', () => {
    it('runs a new key and gives the value', async () => {
      expect(await store().deliver('a', 1, async () => 7)).toEqual({ kind: 'handled', value: 7 })
    })

    it('runs nothing for a key seen before', async () => {
      await store().deliver('a', 1, async () => 7)
      const again = jest.fn(async () => 8)
      expect(await store().deliver('a', 2, again)).toEqual({ kind: 'seen' })
      expect(again).not.toHaveBeenCalled()
    })

    it('keeps nothing when the use case throws, the key included, and passes its error on', async () => {
      const problem = new Error('no')
      const failing = store().deliver('a', 1, async (tx) => {
        await tx.sessions.insert(session())
        await tx.people.setLanguage('T1', 'U1', 'zh', 'written')
        await tx.tickets.insert(ticket({ number: await tx.tickets.nextNumber() }))
        await tx.posts.put({ id: 'p', surface: dm(), view: view() })
        await tx.timers.start({ id: 't', kind: 'wait_over', subject: 'session:x', dueAt: 5 })
        await tx.audit.append(entry())
        throw problem
      })
      await expect(failing).rejects.toBe(problem)
      const kept = await store().deliver('a', 1, async (tx) => [
        await tx.sessions.find('session-1'),
        await tx.people.language('T1', 'U1'),
        await tx.tickets.find(1001),
        await tx.posts.find('p'),
        ...(await tx.audit.of(1001)),
      ])
      expect(kept).toEqual({ kind: 'handled', value: [undefined, undefined, undefined, undefined] })
      expect(await store().nextPostAt()).toBeUndefined()
      expect(await store().nextTimerAt()).toBeUndefined()
    })

    it('applies the same key once when it comes many times at once', async () => {
      const all = await Promise.all(
        Array.from({ length: 20 }, () => store().deliver('a', 1, (tx) => tx.tickets.nextNumber())),
      )
      expect(all.filter((each) => each.kind === 'handled')).toEqual([{ kind: 'handled', value: 1001 }])
    })

    it('applies many keys at once, one after another', async () => {
      await run((tx) => tx.sessions.insert(session()))
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          store().deliver(`k${index}`, 1, async (tx) => {
            const found = await tx.sessions.find('session-1')
            if (found === undefined) throw new Error('lost')
            const { version, misses } = found
            const stored = await tx.sessions.update({ ...found, version: version + 1, misses: misses + 1 })
            expect(stored).toBe(true)
          }),
        ),
      )
      expect(await run((tx) => tx.sessions.find('session-1'))).toMatchObject({ version: 51, misses: 50 })
    })

    it('lets others through after one that failed', async () => {
      const failing = store().deliver('a', 1, () => Promise.reject(new Error('no')))
      const other = store().deliver('b', 1, async () => 'done')
      await expect(failing).rejects.toThrow('no')
      expect(await other).toEqual({ kind: 'handled', value: 'done' })
    })

    it('refuses queries of a transaction that is over', async () => {
      let kept: (() => Promise<unknown>) | undefined
      await run(async (tx) => {
        kept = () => tx.people.language('T1', 'U1')
      })
      await expect(kept?.()).rejects.toThrow()
    })

    it('gives back any text as it was', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (note) => {
          const found = await run(async (tx) => {
            const number = await tx.tickets.nextNumber()
            await tx.tickets.insert(ticket({ number, mailbox: `${number}@example.com`, note }))
            return await tx.tickets.find(number)
          })
          expect(found?.note).toBe(note)
        }),
        { numRuns: 50 },
      )
    })
  })

  describe('forgetDeliveries', () => {
    it('forgets keys from before a time, and no others', async () => {
      await store().deliver('old', 99, async () => 1)
      await store().deliver('new', 100, async () => 1)
      await store().forgetDeliveries(100)
      expect(await store().deliver('old', 200, async () => 2)).toEqual({ kind: 'handled', value: 2 })
      expect(await store().deliver('new', 200, async () => 2)).toEqual({ kind: 'seen' })
    })
  })
}
