import type { Language } from '../../../src/language.ts'
import type { Subject } from '../contract.ts'
import { session } from '../samples.ts'

const ended = { kind: 'ended', how: 'cancelled' } as const

export function sessionsContract({ run }: Subject): void {
  describe('sessions', () => {
    it('come back as they were written', async () => {
      const full = session({
        screen: { kind: 'node', flow: 'forgot_password', node: 'start', since: 5, remindAt: 9 },
        path: [{ flow: 'forgot_password', node: 'start', choice: 'no' }],
        trail: [{ screen: { kind: 'menu', why: 'asked' }, steps: 0 }],
      })
      await run((tx) => tx.sessions.insert(full))
      expect(await run((tx) => tx.sessions.find('session-1'))).toEqual(full)
      expect(await run((tx) => tx.sessions.find('session-2'))).toBeUndefined()
    })

    it('are found by person, the newest first, live or ended', async () => {
      await run((tx) => tx.sessions.insert(session({ id: 'b', screen: ended })))
      await run((tx) => tx.sessions.insert(session({ id: 'a', screen: ended })))
      await run((tx) => tx.sessions.insert(session({ id: 'c', user: 'U2' })))
      await run((tx) => tx.sessions.insert(session({ id: 'd', team: 'T2' })))
      expect(await run((tx) => tx.sessions.latest('T1', 'U1'))).toMatchObject({ id: 'a' })
      expect(await run((tx) => tx.sessions.latest('T1', 'U3'))).toBeUndefined()
    })

    it('change only from the version before', async () => {
      await run((tx) => tx.sessions.insert(session()))
      expect(await run((tx) => tx.sessions.update(session({ version: 3 })))).toBe(false)
      expect(await run((tx) => tx.sessions.update(session({ version: 2, misses: 1 })))).toBe(true)
      expect(await run((tx) => tx.sessions.update(session({ version: 2, misses: 2 })))).toBe(false)
      expect(await run((tx) => tx.sessions.find('session-1'))).toMatchObject({ version: 2, misses: 1 })
    })

    it('are live one at a time for each person', async () => {
      await run((tx) => tx.sessions.insert(session({ id: 'a' })))
      const second = run((tx) => tx.sessions.insert(session({ id: 'b' })))
      await expect(second).rejects.toMatchObject({ code: 'storage_conflict' })
      await run(async (tx) => {
        await tx.sessions.update(session({ id: 'a', version: 2, screen: ended }))
        await tx.sessions.insert(session({ id: 'b' }))
      })
      expect(await run((tx) => tx.sessions.latest('T1', 'U1'))).toMatchObject({ id: 'b' })
    })
  })
}

export function peopleContract({ run }: Subject): void {
  describe('people', () => {
    it('have no language until it is set, then the last one set, each their own', async () => {
      expect(await run((tx) => tx.people.language('T1', 'U1'))).toBeUndefined()
      await run((tx) => tx.people.setLanguage('T1', 'U1', 'zh', 'written'))
      await run((tx) => tx.people.setLanguage('T1', 'U2', 'zh', 'written'))
      await run((tx) => tx.people.setLanguage('T1', 'U1', 'en', 'written'))
      expect(await run((tx) => tx.people.language('T1', 'U1'))).toBe('en')
      expect(await run((tx) => tx.people.language('T1', 'U2'))).toBe('zh')
      expect(await run((tx) => tx.people.language('T2', 'U1'))).toBeUndefined()
    })

    it('keep a language they chose, whatever they write in, until they choose another', async () => {
      const set = async (language: Language, how: 'chosen' | 'written') => {
        await run((tx) => tx.people.setLanguage('T1', 'U1', language, how))
        return await run((tx) => tx.people.language('T1', 'U1'))
      }
      expect(await set('en', 'written')).toBe('en')
      expect(await set('zh', 'chosen')).toBe('zh')
      expect(await set('en', 'written')).toBe('zh')
      expect(await set('en', 'chosen')).toBe('en')
      expect(await set('zh', 'written')).toBe('en')
    })
  })
}
