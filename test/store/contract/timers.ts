import type { Timer } from '../../../src/application/ports.ts'
import type { Subject } from '../contract.ts'

function timer(id: string, dueAt: number, subject = `session:${id}`): Timer {
  return { id, kind: 'wait_over', subject, dueAt }
}

export function timersContract({ store, run }: Subject): void {
  describe('timers', () => {
    it('are due from their time on, oldest first, up to a limit', async () => {
      await run(async (tx) => {
        for (const each of [timer('c', 30), timer('a', 10), timer('b', 20)]) await tx.timers.start(each)
      })
      expect(await store().nextTimerAt()).toBe(10)
      expect(await store().dueTimers(9, 10)).toEqual([])
      expect(await store().dueTimers(20, 10)).toEqual([timer('a', 10), timer('b', 20)])
      expect(await store().dueTimers(99, 2)).toEqual([timer('a', 10), timer('b', 20)])
    })

    it('replace the one of their kind and subject', async () => {
      await run((tx) => tx.timers.start(timer('a', 10, 'session:x')))
      await run((tx) => tx.timers.start(timer('b', 50, 'session:x')))
      expect(await store().dueTimers(99, 10)).toEqual([timer('b', 50, 'session:x')])
    })

    it('are gone once cancelled', async () => {
      await run((tx) => tx.timers.start(timer('a', 10)))
      await run((tx) => tx.timers.start(timer('b', 20)))
      await run((tx) => tx.timers.cancel('wait_over', 'session:a'))
      await run((tx) => tx.timers.cancel('wait_over', 'session:unknown'))
      expect(await store().nextTimerAt()).toBe(20)
      await run((tx) => tx.timers.cancel('wait_over', 'session:b'))
      expect(await store().nextTimerAt()).toBeUndefined()
    })
  })
}
