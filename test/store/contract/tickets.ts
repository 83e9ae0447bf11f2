import type { Subject } from '../contract.ts'
import { ticket } from '../samples.ts'

const conflict = { code: 'storage_conflict' }

export function ticketsContract({ store, run }: Subject): void {
  describe('tickets', () => {
    it('are numbered from 1001, and a number is given once', async () => {
      const next = () => run((tx) => tx.tickets.nextNumber())
      expect(await next()).toBe(1001)
      expect(new Set(await Promise.all(Array.from({ length: 9 }, next))).size).toBe(9)
      expect(await next()).toBe(1011)
    })

    it('come back as they were written', async () => {
      const full = ticket({
        state: 'resolved',
        claimedBy: 'U9',
        claimedAt: 2,
        resolvedBy: 'U9',
        resolvedAt: 3,
        outcome: 'unlocked',
        identityCheck: 'callback',
        messages: [{ from: 'postmaster', user: 'U9', text: 'Done', at: 3 }],
      })
      await run((tx) => tx.tickets.insert(full))
      expect(await run((tx) => tx.tickets.find(1001))).toEqual(full)
      expect(await run((tx) => tx.tickets.find(1002))).toBeUndefined()
    })

    it('are read as they stand, outside a transaction', async () => {
      await run((tx) => tx.tickets.insert(ticket()))
      expect(await store().findTicket(1001)).toEqual(ticket())
      expect(await store().findTicket(1002)).toBeUndefined()
    })

    it('change only from the version before', async () => {
      await run((tx) => tx.tickets.insert(ticket()))
      const claim = (claimedBy: string) =>
        run((tx) => tx.tickets.update(ticket({ version: 2, state: 'claimed', claimedBy, claimedAt: 2 })))
      expect((await Promise.all([claim('U8'), claim('U9')])).sort()).toEqual([false, true])
      expect(await run((tx) => tx.tickets.find(1001))).toMatchObject({ version: 2, state: 'claimed' })
    })

    it('of one requester are found while open, claimed or waiting, newest first', async () => {
      await run(async (tx) => {
        await tx.tickets.insert(ticket({ number: 1001, mailbox: 'a@example.com' }))
        await tx.tickets.insert(ticket({ number: 1002, mailbox: 'b@example.com', state: 'claimed' }))
        await tx.tickets.insert(ticket({ number: 1003, mailbox: 'c@example.com', state: 'cancelled' }))
        await tx.tickets.insert(ticket({ number: 1004, team: 'T2' }))
        await tx.tickets.insert(ticket({ number: 1000, mailbox: 'd@example.com', state: 'waiting' }))
      })
      const open = await run((tx) => tx.tickets.openOf('T1', 'U1'))
      expect(open.map((each) => each.number)).toEqual([1002, 1001, 1000])
      expect(await run((tx) => tx.tickets.openOf('T1', 'U2'))).toEqual([])
      expect(await run((tx) => tx.tickets.newestOf('T1', 'U1'))).toMatchObject({ number: 1003 })
      expect(await run((tx) => tx.tickets.newestOf('T1', 'U2'))).toBeUndefined()
    })

    it('are open once for a requester and a mailbox, however it is spelt', async () => {
      await run((tx) => tx.tickets.insert(ticket({ mailbox: 'Li.Wei@Example.com', state: 'waiting' })))
      const second = ticket({ number: 1002, mailbox: 'li.wei@example.com' })
      await expect(run((tx) => tx.tickets.insert(second))).rejects.toMatchObject(conflict)
      await run((tx) => tx.tickets.insert({ ...second, requester: { ...second.requester, user: 'U2' } }))
      await run((tx) => tx.tickets.insert({ ...second, number: 1003, state: 'cancelled' }))
      await run((tx) => tx.tickets.update(ticket({ version: 2, state: 'cancelled' })))
      await run((tx) => tx.tickets.insert({ ...second, number: 1004 }))
    })

    it.each([
      ['an identity check', { outcome: 'unlocked' }],
      ['an outcome', { identityCheck: 'callback' }],
    ] as const)('are not resolved without %s', async (_, record) => {
      await run((tx) => tx.tickets.insert(ticket()))
      const resolved = ticket({ version: 2, state: 'resolved', ...record })
      await expect(run((tx) => tx.tickets.update(resolved))).rejects.toMatchObject(conflict)
      expect(await run((tx) => tx.tickets.find(1001))).toMatchObject({ state: 'open', version: 1 })
    })

    it('are not resolved with an identity check that is none', async () => {
      await run((tx) => tx.tickets.insert(ticket()))
      const resolved = ticket({
        version: 2,
        state: 'resolved',
        outcome: 'unlocked',
        identityCheck: 'callback',
      })
      const unheardOf = { ...resolved, ...JSON.parse('{"identityCheck":"seen_in_slack"}') }
      await expect(run((tx) => tx.tickets.update(unheardOf))).rejects.toMatchObject(conflict)
      await run((tx) => tx.tickets.update(resolved))
    })

    it('are not declined without a reason', async () => {
      await run((tx) => tx.tickets.insert(ticket()))
      const declined = ticket({ version: 2, state: 'declined' })
      await expect(run((tx) => tx.tickets.update(declined))).rejects.toMatchObject(conflict)
      await run((tx) => tx.tickets.update({ ...declined, declineReason: 'no_answer' }))
    })

    it('with a number that exists are refused', async () => {
      await run((tx) => tx.tickets.insert(ticket()))
      const again = run((tx) => tx.tickets.insert(ticket({ mailbox: 'other@example.com' })))
      await expect(again).rejects.toMatchObject(conflict)
    })

    it('that take two postmasters are not resolved without two different ones', async () => {
      const privileged = { privileged: true, outcome: 'unlocked', identityCheck: 'callback' } as const
      const approval = (user: string) => ({ user, at: 1, identityCheck: 'callback' as const })
      await run((tx) => tx.tickets.insert(ticket(privileged)))
      const resolve = (...users: string[]) =>
        run((tx) =>
          tx.tickets.update(
            ticket({ ...privileged, version: 2, state: 'resolved', approvals: users.map(approval) }),
          ),
        )
      await expect(resolve()).rejects.toMatchObject(conflict)
      await expect(resolve('U8')).rejects.toMatchObject(conflict)
      await expect(resolve('U8', 'U8')).rejects.toMatchObject(conflict)
      expect(await resolve('U8', 'U9')).toBe(true)
    })

    it('are amended at the version they have, and not once they have moved on', async () => {
      await run((tx) => tx.tickets.insert(ticket()))
      expect(await run((tx) => tx.tickets.amend(ticket({ owner: 'U7' })))).toBe(true)
      expect(await run((tx) => tx.tickets.find(1001))).toMatchObject({ version: 1, owner: 'U7' })
      await run((tx) => tx.tickets.update(ticket({ version: 2, state: 'cancelled' })))
      expect(await run((tx) => tx.tickets.amend(ticket({ owner: 'U8' })))).toBe(false)
    })

    it('are before the postmasters while they are live or stopped, oldest first', async () => {
      await run(async (tx) => {
        await tx.tickets.insert(ticket({ number: 1003, mailbox: 'c@example.com', state: 'waiting' }))
        await tx.tickets.insert(ticket({ number: 1001, mailbox: 'a@example.com' }))
        await tx.tickets.insert(ticket({ number: 1002, state: 'cancelled', frozen: { by: 'U7', at: 1 } }))
        await tx.tickets.insert(ticket({ number: 1004, mailbox: 'd@example.com', state: 'cancelled' }))
        await tx.tickets.insert(ticket({ number: 1005, team: 'T2' }))
      })
      const live = await run((tx) => tx.tickets.live('T1'))
      expect(live.map((each) => each.number)).toEqual([1001, 1002, 1003])
    })

    it('are found by mailbox, and by when they were opened and by whom', async () => {
      const cancelled = { state: 'cancelled' } as const
      const other = { ...ticket().requester, user: 'U2' }
      await run(async (tx) => {
        await tx.tickets.insert(ticket({ number: 1001, ...cancelled, openedAt: 10 }))
        await tx.tickets.insert(ticket({ number: 1002, ...cancelled, openedAt: 20 }))
        await tx.tickets.insert(ticket({ number: 1003, mailbox: 'Li.Wei@EXAMPLE.com', openedAt: 5 }))
        await tx.tickets.insert(ticket({ number: 1004, requester: other, openedAt: 30 }))
        await tx.tickets.insert(ticket({ number: 1005, mailbox: 'x@example.com', openedAt: 40 }))
      })
      const numbers = async (found: Promise<readonly { number: number }[]>) =>
        (await found).map((each) => each.number)
      const about = run((tx) => tx.tickets.ofMailboxes('T1', ['LI.wei@example.com'], 20))
      expect(await numbers(about)).toEqual([1002, 1003, 1004])
      const both = run((tx) => tx.tickets.ofMailboxes('T1', ['li.wei@example.com', 'x@example.com'], 20))
      expect(await numbers(both)).toEqual([1002, 1003, 1004, 1005])
      expect(await numbers(run((tx) => tx.tickets.openedSince('T1', 20)))).toEqual([1002, 1004, 1005])
      expect(await numbers(run((tx) => tx.tickets.openedSince('T1', 20, 'U2')))).toEqual([1004])
      expect(await numbers(run((tx) => tx.tickets.openedSince('T2', 0)))).toEqual([])
      expect(await run((tx) => tx.tickets.countOpenedSince('T1', 20))).toBe(3)
      expect(await run((tx) => tx.tickets.countOpenedSince('T2', 0))).toBe(0)
    })
  })
}
