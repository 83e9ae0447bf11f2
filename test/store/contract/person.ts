import type { Subject } from '../contract.ts'
import { channel, dm, entry, session, ticket } from '../samples.ts'

export function personContract({ store, run }: Subject): void {
  describe('person', () => {
    beforeEach(() =>
      run(async (tx) => {
        const mine = ticket()
        const helped = ticket({
          number: 1002,
          requester: { user: 'U2', name: 'B', language: 'en' },
          claimedBy: 'U1',
        })
        const others = ticket({
          number: 1003,
          requester: { user: 'U2', name: 'U1', language: 'en' },
          note: 'U1',
        })
        for (const each of [mine, helped, others]) {
          await tx.tickets.insert({ ...each, mailbox: `${each.number}@example.com` })
          const view = { kind: 'ticket', language: 'en', ticket: each } as const
          await tx.posts.put({ id: `c${each.number}`, surface: channel, view })
          await tx.posts.put({ id: `d${each.number}`, surface: dm(each.requester.user), view })
        }
        for (const user of ['U1', 'U2']) {
          await tx.sessions.insert(session({ id: `s-${user}`, user }))
          await tx.people.setLanguage('T1', user, 'zh', 'chosen')
          await tx.timers.start({
            id: `t-${user}`,
            kind: 'wait_over',
            subject: `session:s-${user}`,
            dueAt: 9,
          })
          await tx.audit.append(entry({ user }))
          await tx.audit.append(entry({ user: 'operator', ticket: await tx.audit.nextWork(), reason: user }))
        }
        const home = { kind: 'home', language: 'en', hasSession: false } as const
        await tx.posts.put({ id: 'h', surface: { kind: 'home', team: 'T1', user: 'U1' }, view: home })
      }),
    )

    it('finds all that is kept about a person, and nothing of others', async () => {
      const [team, user] = ['T1', 'U1']
      const found = await run(async (tx) => ({
        sessions: (await tx.person.sessions(team, user)).map(({ id }) => id),
        tickets: (await tx.person.tickets(team, user)).map(({ number }) => number),
        posts: (await tx.person.posts(team, user)).map(({ id }) => id),
        postsOf: (await tx.person.postsOf([1001])).map(({ id }) => id),
        none: await tx.person.postsOf([]),
        timers: (await tx.person.timers(team, user)).map(({ id }) => id),
        audit: (await tx.person.audit(team, user)).map((row) => [row.ticket, row.user, row.reason]),
      }))
      expect(found).toEqual({
        sessions: ['s-U1'],
        tickets: [1001, 1002],
        posts: ['d1001', 'h'],
        postsOf: ['c1001', 'd1001'],
        none: [],
        timers: ['t-U1'],
        audit: [
          [-1, 'operator', 'U1'],
          [1001, 'U1', ''],
        ],
      })
      expect(await run((tx) => tx.person.tickets('T2', 'U1'))).toEqual([])
    })

    it('forgets what is theirs alone', async () => {
      await run((tx) => tx.person.forget('T1', 'U1'))
      const left = await run(async (tx) => ({
        sessions: [...(await tx.person.sessions('T1', 'U1')), ...(await tx.person.sessions('T1', 'U2'))],
        languages: [await tx.people.language('T1', 'U1'), await tx.people.language('T1', 'U2')],
        posts: [...(await tx.person.posts('T1', 'U1')), ...(await tx.person.posts('T1', 'U2'))],
        tickets: await tx.person.tickets('T1', 'U1'),
      }))
      expect(left.sessions.map(({ id }) => id)).toEqual(['s-U2'])
      expect(left.languages).toEqual([undefined, 'zh'])
      expect(left.posts.map(({ id }) => id)).toEqual(['d1002', 'd1003'])
      expect(left.tickets).toHaveLength(2)
      expect(await store().dueTimers(10, 10)).toMatchObject([{ id: 't-U2' }])
    })
  })
}
