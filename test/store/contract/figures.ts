import type { HeardMessage } from '../../../src/application/ports.ts'
import type { Subject } from '../contract.ts'
import { entry, session, ticket } from '../samples.ts'

const ended = (id: string, user: string, touchedAt: number, team = 'T1') =>
  session({ id, user, team, touchedAt, screen: { kind: 'ended', how: 'solved' } })

export function figuresContract({ run }: Subject): void {
  describe('figures', () => {
    it('are counted from walks of the team that ended since then', async () => {
      await run(async (tx) => {
        await tx.sessions.insert(ended('early', 'U1', 99))
        await tx.sessions.insert(ended('first', 'U2', 100))
        await tx.sessions.insert(ended('second', 'U3', 200))
        await tx.sessions.insert(ended('others', 'U4', 200, 'T2'))
        await tx.sessions.insert(session({ id: 'live', user: 'U5', touchedAt: 200 }))
      })
      const walks = await run((tx) => tx.figures.endedWalks('T1', 100))
      expect(walks.map(({ id }) => id).sort()).toEqual(['first', 'second'])
    })

    it('are counted from tickets opened since then, with their first claim and first close', async () => {
      const lines = [
        { action: 'claim', decision: 'refused', at: 110 },
        { action: 'claim', at: 120 },
        { action: 'release', at: 130 },
        { action: 'claim', at: 140 },
        { action: 'decline', at: 150 },
        { action: 'reopen', at: 160 },
        { action: 'claim', at: 170 },
        { action: 'resolve', at: 180 },
        { action: 'claim', ticket: 1002, at: 190 },
      ] as const
      await run(async (tx) => {
        await tx.tickets.insert(ticket({ number: 1000, openedAt: 99, requester: requester('U1') }))
        await tx.tickets.insert(ticket({ number: 1001, openedAt: 100, requester: requester('U2') }))
        await tx.tickets.insert(ticket({ number: 1002, openedAt: 110, requester: requester('U3') }))
        await tx.tickets.insert(ticket({ number: 1003, openedAt: 120, requester: requester('U4') }))
        await tx.tickets.insert(ticket({ number: 1004, openedAt: 120, team: 'T2' }))
        for (const line of lines) await tx.audit.append(entry(line))
      })
      expect(await run((tx) => tx.figures.courses('T1', 100))).toEqual([
        { reason: 'no_phone', openedAt: 100, claimedAt: 120, closedAt: 150 },
        { reason: 'no_phone', openedAt: 110, claimedAt: 190 },
        { reason: 'no_phone', openedAt: 120 },
      ])
    })

    it('are counted from what was heard since then, by what was made of it', async () => {
      const heard = (at: number, decision: HeardMessage['decision'], team = 'T1') =>
        run((tx) => tx.heard.note({ team, user: 'U1', at, decision }))
      await heard(99, 'accept')
      await heard(100, 'accept')
      await heard(100, 'accept')
      await heard(101, 'fallback')
      await heard(101, 'clarify', 'T2')
      expect(await run((tx) => tx.figures.heard('T1', 100))).toEqual(
        new Map([
          ['accept', 2],
          ['fallback', 1],
        ]),
      )
    })

    it('of nothing are none', async () => {
      const counted = await run(async ({ figures }) => [
        await figures.endedWalks('T1', 0),
        await figures.courses('T1', 0),
        [...(await figures.heard('T1', 0))],
      ])
      expect(counted).toEqual([[], [], []])
    })
  })
}

function requester(user: string) {
  return { user, name: 'Li Wei', language: 'zh' as const }
}
