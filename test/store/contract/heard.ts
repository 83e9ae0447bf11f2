import type { HeardMessage } from '../../../src/application/ports.ts'
import type { Subject } from '../contract.ts'

export function heardContract({ run }: Subject): void {
  describe('heard messages', () => {
    const said = (change: Partial<HeardMessage>): HeardMessage => ({
      team: 'T1',
      user: 'U1',
      at: 10,
      decision: 'accept',
      ...change,
    })

    it('are counted for one person since a moment', async () => {
      await run(async (tx) => {
        for (const change of [{}, {}, { at: 20 }, { user: 'U2' }, { team: 'T2' }]) {
          await tx.heard.note(said(change))
        }
      })
      expect(await run((tx) => tx.heard.count('T1', 'U1', 10))).toBe(3)
      expect(await run((tx) => tx.heard.count('T1', 'U1', 11))).toBe(1)
      expect(await run((tx) => tx.heard.count('T1', 'U1', 21))).toBe(0)
    })

    it('go with the person who wrote them', async () => {
      await run((tx) => tx.heard.note(said({})))
      await run((tx) => tx.heard.note(said({ user: 'U2' })))
      await run((tx) => tx.person.forget('T1', 'U1'))
      expect(await run((tx) => tx.heard.count('T1', 'U1', 0))).toBe(0)
      expect(await run((tx) => tx.heard.count('T1', 'U2', 0))).toBe(1)
    })
  })
}
