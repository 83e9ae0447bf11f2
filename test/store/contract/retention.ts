import { withoutText } from '../../../src/desk/retention.ts'
import type { Subject } from '../contract.ts'
import { channel, dm, entry, session, ticket } from '../samples.ts'

const day = 86_400_000
const ended = { kind: 'ended', how: 'solved' } as const

export function retentionContract({ store, run }: Subject): void {
  const open = (number: number, change = {}) =>
    run(async (tx) => {
      const each = ticket({ number, mailbox: `${number}@example.com`, ...change })
      await tx.tickets.insert(each)
      await tx.audit.append(entry({ ticket: number, action: 'open', from: '', to: 'open', at: 1_000 }))
      return each
    })
  const resolved = { state: 'resolved', identityCheck: 'callback', outcome: 'unlocked' } as const
  const deliverAt = (now: number, use: Parameters<typeof run<void>>[0]) =>
    store().deliver(`at-${now}-${Math.round(now)}`, now, use)

  describe('retention', () => {
    it('tells closed tickets with the time they were closed, whatever was said afterwards', async () => {
      await open(1001)
      const closed = await open(1002, resolved)
      await open(1003, { state: 'cancelled', openedAt: 7_000 })
      await run(async (tx) => {
        await tx.audit.append(entry({ ticket: 1002, from: 'claimed', to: 'resolved', at: 5_000 }))
        await tx.audit.append(
          entry({ ticket: 1002, action: 'confirm', from: 'resolved', to: 'resolved', at: 6_000 }),
        )
        await tx.audit.append(
          entry({ ticket: 1002, decision: 'refused', from: 'resolved', to: 'open', at: 6_500 }),
        )
      })
      // Postmasters still have it before them.
      const stopped = ticket({
        number: 1009,
        mailbox: 'z@example.com',
        state: 'cancelled',
        frozen: { by: 'U7', at: 1 },
      })
      await run((tx) => tx.tickets.insert(stopped))
      const list = await run((tx) => tx.retention.closedTickets(0, 10))
      expect(list.map((each) => [each.ticket.number, each.closedAt])).toEqual([
        [1002, 5_000],
        [1003, 1_000],
      ])
      expect(list[0]?.ticket).toEqual(closed)
      expect(await run((tx) => tx.retention.closedTickets(1002, 10))).toHaveLength(1)
      expect(await run((tx) => tx.retention.closedTickets(0, 1))).toHaveLength(1)
      expect(await run((tx) => tx.retention.closedTickets(1003, 10))).toEqual([])
    })

    it('rewrites a ticket and what shows it, and leaves Slack as it is', async () => {
      const kept = await open(1001)
      await run(async (tx) => {
        await tx.posts.put({
          id: 'a',
          surface: channel,
          view: { kind: 'ticket', language: 'en', ticket: kept },
        })
        const other = ticket({ number: 1002 })
        await tx.posts.put({
          id: 'b',
          surface: dm(),
          view: { kind: 'ticket', language: 'en', ticket: other },
        })
      })
      const blank = withoutText(kept)
      const rewritten = await run((tx) =>
        tx.retention.rewriteTicket(blank, (view) =>
          view.kind === 'ticket' ? { ...view, ticket: blank } : view,
        ),
      )
      expect(rewritten).toBe(true)
      expect(await run((tx) => tx.tickets.find(1001))).toEqual(blank)
      const [a, b] = await run(async (tx) => [await tx.posts.find('a'), await tx.posts.find('b')])
      expect(a).toMatchObject({ revision: 1, view: { ticket: { note: '' } } })
      expect(b).toMatchObject({ revision: 1, view: { ticket: { note: ticket().note } } })
    })

    it('leaves a ticket that has changed meanwhile', async () => {
      const kept = await open(1001)
      await run((tx) => tx.tickets.update({ ...kept, version: 2 }))
      expect(await run((tx) => tx.retention.rewriteTicket(withoutText(kept), (view) => view))).toBe(false)
      expect(await run((tx) => tx.retention.removeTicket(kept))).toBe(false)
      expect(await run((tx) => tx.tickets.find(1001))).toEqual({ ...kept, version: 2 })
    })

    it('removes a ticket with its timers and posts, and nothing else', async () => {
      const gone = await open(1001)
      const stays = await open(1002)
      await run(async (tx) => {
        for (const each of [gone, stays]) {
          const { number } = each
          const view = { kind: 'ticket', language: 'en', ticket: each } as const
          await tx.posts.put({ id: `p${number}`, surface: channel, view })
          await tx.timers.start({
            id: `t${number}`,
            kind: 'wait_over',
            subject: `ticket:${number}`,
            dueAt: 1,
          })
        }
      })
      expect(await run((tx) => tx.retention.removeTicket(gone))).toBe(true)
      expect(await run((tx) => tx.tickets.find(1001))).toBeUndefined()
      expect(await run((tx) => tx.posts.find('p1001'))).toBeUndefined()
      expect(await run((tx) => tx.posts.find('p1002'))).toBeDefined()
      expect(await store().dueTimers(2, 10)).toMatchObject([{ id: 't1002' }])
    })

    it('removes sessions that ended before then, and no live one', async () => {
      await run(async (tx) => {
        await tx.sessions.insert(session({ id: 'old', screen: ended, touchedAt: 10 }))
        await tx.sessions.insert(session({ id: 'new', screen: ended, touchedAt: 20 }))
        await tx.sessions.insert(session({ id: 'live', touchedAt: 1 }))
      })
      expect(await run((tx) => tx.retention.removeEndedSessions(20, 10))).toBe(1)
      const left = await run(async (tx) => [
        await tx.sessions.find('old'),
        await tx.sessions.find('new'),
        await tx.sessions.find('live'),
      ])
      expect(left.map((each) => each?.id)).toEqual([undefined, 'new', 'live'])
    })

    it('removes posts at rest that show nothing that is still there', async () => {
      const aside = { kind: 'notice', language: 'en', notice: 'text_only' } as const
      await deliverAt(10, async (tx) => {
        await tx.sessions.insert(session({ id: 'live', card: 'card' }))
        for (const id of ['idle', 'card']) await tx.posts.put({ id, surface: dm(id), view: aside })
        const view = { kind: 'ticket', language: 'en', ticket: ticket() } as const
        await tx.posts.put({ id: 'ticket', surface: channel, view })
      })
      for (const post of await store().leasePosts(11, 5, 10)) {
        await store().markSent(post, { kind: 'sent', channel: 'C', ts: '1' }, 11)
      }
      await deliverAt(12, (tx) => tx.posts.put({ id: 'due', surface: dm('x'), view: aside }))
      await deliverAt(30, (tx) => tx.posts.put({ id: 'new', surface: dm('y'), view: aside }))
      expect(await run((tx) => tx.retention.removeIdlePosts(30, 10))).toBe(1)
      const ids = ['idle', 'card', 'ticket', 'due', 'new']
      const found = await run(async (tx) => {
        const all: boolean[] = []
        for (const id of ids) all.push((await tx.posts.find(id)) !== undefined)
        return all
      })
      expect(found).toEqual([false, true, true, true, true])
    })

    it('retires whole chains whose ticket is gone, so that the rest is known to be whole', async () => {
      const numbers = await run(async (tx) => {
        const list = [await tx.tickets.nextNumber(), await tx.tickets.nextNumber(), await tx.audit.nextWork()]
        for (const each of list) {
          await tx.audit.append(entry({ ticket: each, at: 1_000 }))
          await tx.audit.append(entry({ ticket: each, at: 2_000 }))
        }
        await tx.tickets.insert(ticket({ number: 1002 }))
        return list
      })
      expect(numbers).toEqual([1001, 1002, -1])
      const ended = (before: number, after = -10) => run((tx) => tx.retention.endedChains(before, after, 10))
      expect(await ended(2_000)).toEqual([])
      expect(await ended(2_001)).toEqual([-1, 1001])
      expect(await ended(2_001, -1)).toEqual([1001])
      const at = 2_000 + 90 * day
      expect(await run((tx) => tx.retention.retireChain(1001, at))).toBeUndefined()
      expect(await run((tx) => tx.audit.of(1001))).toEqual([])
      expect(await store().auditHeads()).toMatchObject([
        { ticket: -1, sequence: 2, at: 2_000 },
        { ticket: 1002, sequence: 2, at: 2_000 },
      ])
    })

    it('does not let a chain go that is younger than 90 days', async () => {
      await run((tx) => tx.audit.append(entry({ at: 2_000 })))
      const young = run((tx) => tx.retention.retireChain(1001, 2_000 + 90 * day - 1))
      await expect(young).rejects.toMatchObject({ code: 'storage_conflict' })
      expect(await run((tx) => tx.audit.of(1001))).toHaveLength(1)
    })

    it('takes no new line for a chain that was retired', async () => {
      await run((tx) => tx.audit.append(entry({ at: 0 })))
      await run((tx) => tx.retention.retireChain(1001, 90 * day))
      await expect(run((tx) => tx.audit.append(entry()))).rejects.toMatchObject({ code: 'storage_conflict' })
    })
  })
}
