import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { erasePerson } from '../../src/application/person-records.ts'
import type { Person } from '../../src/application/ports.ts'
import { createTimerWorker } from '../../src/application/timer-worker.ts'
import type { Ticket } from '../../src/desk/ticket.ts'
import { memoryLog } from '../support/memory-log.ts'
import { chen, guest, lin, ma, Scene, sun, wang } from './scene.ts'

const resolve = { type: 'resolve', outcome: 'password_reset', identityCheck: 'callback' } as const
const minute = 60_000

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(() => scene.store.close())

const find = async (number: number): Promise<Ticket> => {
  const ticket = await scene.store.findTicket(number)
  if (ticket === undefined) throw new Error(`no ticket ${number}`)
  return ticket
}
const boss: Person = { ...lin, user: 'U_BOSS', email: 'boss@example.com', name: 'Boss' }

/** A ticket of lin about somebody's mailbox, and all that comes of it by itself. */
async function open(mailbox: string, person = lin): Promise<number> {
  const number = await scene.ticketFor(person, { mailbox, note: 'secret plans' })
  await scene.drainTimers()
  return number
}

async function close(number: number): Promise<void> {
  scene.clock.advance(31 * minute)
  await scene.act(chen, number, { type: 'claim' })
  await scene.act(chen, number, resolve)
}

const inform = async (number: number): Promise<string[]> =>
  (await scene.audit(number)).filter((line) => line.includes('inform'))

describe('tellOwner', () => {
  it('tells the owner of a mailbox who asks, and again what was done', async () => {
    const number = await open(sun.email ?? '')
    expect(scene.notices(sun)).toMatchObject([
      {
        to: 'owner',
        owner: 'told',
        notice: { of: 'opened' },
        ticket: { requester: { user: lin.user } },
        live: true,
      },
    ])
    await close(number)
    await scene.drainTimers()
    expect(scene.notices(sun)).toMatchObject([
      { live: false },
      { notice: { of: 'closed', as: 'password_reset' }, live: true },
    ])
    const notices = [{ of: 'opened' }, { of: 'closed' }].map((each) => ({ ...each, owner: 'told' }))
    expect(await find(number)).toMatchObject({ owner: sun.user, notices })
    expect(await inform(number)).toEqual([
      'postern inform done open opened:told',
      'postern inform done resolved closed:told',
    ])
    expect(scene.channel().at(-1)?.ticket).toEqual(await find(number))
    expect(scene.notices(ma)).toEqual([])
  })

  it('tells the owner of a mailbox spelt with a tag', async () => {
    const number = await open('sun.li+new@example.com')
    expect(scene.notices(sun)).toMatchObject([{ owner: 'told', live: true }])
    expect(await find(number)).toMatchObject({ owner: sun.user })
  })

  it('tells the owner of a mailbox of which the requester’s own address is an alias', async () => {
    const alias: Person = { ...lin, user: 'U_ALIAS', email: 'sun.li@example.cn' }
    scene.directory.people.push(alias)
    const number = await open('sun.li@example.cn', alias)
    expect(scene.notices(sun)).toMatchObject([{ owner: 'told', live: true }])
    expect(await find(number)).toMatchObject({ match: 'same', owner: sun.user })
  })

  it('shows the owner nothing that the requester wrote', async () => {
    await open(sun.email ?? '')
    expect(JSON.stringify(scene.notices(sun))).not.toMatch(/secret plans|Lin Wei|lin\.wei@/)
  })

  it('makes no button of a postmaster stale', async () => {
    const number = await scene.ticketFor(lin)
    const { version } = await find(number)
    await scene.drainTimers()
    expect((await scene.act(chen, number, { type: 'claim' }, version)).whispers).toEqual([])
  })

  it('gives a requester whose own mailbox it is the button, and tells the security contact', async () => {
    const number = await open(lin.email ?? '')
    expect(scene.notices(lin)).toEqual([])
    expect(scene.news(lin).ticket.owner).toBe(lin.user)
    expect(scene.notices(ma)).toMatchObject([{ to: 'security', owner: 'requester', live: true }])
    expect(await find(number)).toMatchObject({ owner: lin.user, second: ma.user })
    expect(await inform(number)).toEqual(['postern inform done open opened:requester+security'])
  })

  it('finds the owner of an address in another domain of the company', async () => {
    await open('sun.li@example.cn')
    expect(scene.notices(sun)).toHaveLength(1)
  })

  it('tells the requester’s manager rather than the security contact', async () => {
    scene.directory.people.push(boss)
    scene.directory.managers.set(lin.user, boss.user)
    const number = await open(lin.email ?? '')
    expect(scene.notices(boss)).toMatchObject([{ to: 'manager' }])
    expect(scene.notices(ma)).toEqual([])
    expect((await find(number)).second).toBe(boss.user)
  })

  it.each([
    ['is a guest', { ...boss, isMember: false }],
    ['is the requester', lin],
    ['is a postmaster, who could do it and be the only one to object', wang],
  ])('tells the security contact where the manager %s', async (_, manager) => {
    scene.directory.postmasters.add(wang.user)
    scene.directory.people.push(manager)
    scene.directory.managers.set(lin.user, manager.user)
    await open(lin.email ?? '')
    expect(scene.notices(ma)).toHaveLength(1)
  })

  it.each([
    ['nobody’s', 'nobody@example.com'],
    ['a guest’s', guest.email ?? ''],
  ])('tells the security contact of a mailbox that is %s', async (_, mailbox) => {
    const number = await open(mailbox)
    expect(scene.notices(ma)).toMatchObject([{ owner: 'no_account' }])
    expect(scene.notices(guest)).toEqual([])
    expect(await inform(number)).toEqual(['postern inform done open opened:no_account+security'])
    expect('owner' in (await find(number))).toBe(false)
  })

  it('writes down that nobody could be told where the security contact asks for their own mailbox', async () => {
    const number = await open(ma.email ?? '', ma)
    expect(scene.notices(ma)).toEqual([])
    expect(await inform(number)).toEqual(['postern inform done open opened:requester+nobody'])
  })

  it('tells a channel, where that is the security contact, without a person’s button', async () => {
    await scene.store.close()
    scene = await Scene.open({ securityContact: 'C_SECURITY' })
    const number = await open(lin.email ?? '')
    expect(scene.notices({ channel: 'C_SECURITY' })).toMatchObject([{ to: 'security_channel' }])
    expect('second' in (await find(number))).toBe(false)
    expect(await inform(number)).toEqual(['postern inform done open opened:requester+security'])
  })

  it('gives both, in order, where a ticket is closed before anybody was told', async () => {
    const number = await scene.ticketFor(lin, { mailbox: sun.email ?? '' })
    await scene.act(lin, number, { type: 'cancel' })
    await scene.drainTimers()
    expect(scene.notices(sun)).toMatchObject([
      { notice: { of: 'opened' }, live: false },
      { notice: { of: 'closed', as: 'cancelled' }, live: true },
    ])
  })

  it('tells of a reopening, and of the close after it', async () => {
    const number = await open(lin.email ?? '')
    await close(number)
    await scene.act(lin, number, { type: 'reopen' })
    await close(number)
    await scene.drainTimers()
    const told = scene.notices(ma).map(({ notice }) => (notice.of === 'closed' ? notice.as : notice.of))
    expect(told).toEqual(['opened', 'open_again', 'reopened', 'password_reset'])
  })

  it('says on the card that nobody is told while Slack does not answer, and loses nothing', async () => {
    scene.directory.isDown = () => true
    const number = await open(sun.email ?? '')
    await close(number)
    await scene.drainTimers()
    expect(scene.notices(sun)).toEqual([])
    expect(scene.channel().at(-1)?.ticket).toMatchObject({ state: 'claimed', notices: [] })
    expect(await scene.audit(number)).toContain('U_CHEN resolve refused cooling_off')
    await scene.act(chen, number, { type: 'decline', reason: 'not_their_mailbox' })
    scene.directory.isDown = () => false
    scene.clock.advance(5 * minute)
    await scene.drainTimers()
    expect(scene.notices(sun).map(({ notice }) => notice.of)).toEqual(['opened', 'closed'])
  })

  it('tries a failed look-up again by itself, though nothing more happens to the ticket', async () => {
    scene.directory.isDown = () => true
    await open(sun.email ?? '')
    scene.directory.isDown = () => false
    scene.clock.advance(5 * minute)
    await scene.drainTimers()
    expect(scene.notices(sun).map(({ notice }) => notice.of)).toEqual(['opened'])
  })

  it('takes no failed look-up of a manager or the security contact for nobody', async () => {
    scene.directory.managers.set(lin.user, boss.user)
    scene.directory.isDown = () => scene.directory.asked.at(-1) === `person ${boss.user}`
    const number = await open(lin.email ?? '')
    expect((await find(number)).notices).toEqual([])
  })

  it('says nothing about the mailbox, and asks Slack nothing, before the requester has their answer', async () => {
    await scene.ticketFor(lin, { mailbox: sun.email ?? '' })
    expect(scene.directory.asked).toEqual([])
  })

  it('gives a requester the same answer and the same posts whether the mailbox exists or not', async () => {
    const heard = async (mailbox: string) => {
      const other = await Scene.open()
      await other.hear(lin, 'my account is locked')
      await other.choose(lin, 'closed', 'cannot_wait')
      const { modal } = await other.press(lin, { type: 'asked_for_postmaster' })
      const reply = await other.submit(lin, modal, { mailbox })
      await other.drainTimers()
      const posts = [...other.shown.values()].filter(
        ({ surface }) => 'user' in surface && surface.user === lin.user,
      )
      await other.store.close()
      return JSON.stringify([reply, posts]).replaceAll(mailbox, '')
    }
    const existing = await heard(sun.email ?? '')
    expect(await heard('nobody@example.com')).toBe(existing)
    expect(await heard(guest.email ?? '')).toBe(existing)
  })

  it('tells nobody of a ticket whose requester was erased meanwhile, and blanks what was told', async () => {
    const told = await open(sun.email ?? '')
    const number = await scene.ticketFor(lin, { mailbox: 'li.na@example.com' })
    await scene.deliver((tx) => erasePerson(tx, { team: 'T1', user: lin.user, now: scene.clock.now() }))
    await scene.drainTimers()
    expect((await find(number)).notices).toEqual([])
    expect(scene.notices(ma)).toEqual([])
    expect(scene.notices(sun)).toMatchObject([{ live: false, ticket: { number: told, mailbox: '—' } }])
    const timers = await scene.store.dueTimers(Number.MAX_SAFE_INTEGER, 50)
    expect(timers.filter((timer) => timer.kind === 'tell_owner')).toEqual([])
  })
})

describe('a notice, over a restart', () => {
  let folder: string
  beforeEach(async () => {
    await scene.store.close()
    folder = await mkdtemp(join(tmpdir(), 'postern-notices-'))
    scene = await Scene.open({ database: `sqlite:${join(folder, 'postern.db')}` })
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  /** Ends the process where it stands, and starts the next on the same file. */
  async function restart(run: number): Promise<void> {
    await scene.store.close()
    scene = await Scene.open({ database: `sqlite:${join(folder, 'postern.db')}`, run })
    scene.clock.advance(run * minute)
  }

  it('comes all the same, and once', async () => {
    scene.directory.isDown = () => true
    const number = await open(sun.email ?? '')
    await restart(1)
    await scene.act(lin, number, { type: 'cancel' })
    await restart(2)
    await scene.drainTimers()
    expect(scene.notices(sun).map(({ notice }) => notice.of)).toEqual(['opened', 'closed'])
    await restart(3)
    await scene.drainTimers()
    expect(scene.notices(sun)).toEqual([])
    expect(await inform(number)).toHaveLength(2)
  })

  it('comes once, whoever sees to it', async () => {
    const number = await scene.ticketFor(lin, { mailbox: sun.email ?? '' })
    const { store, context, directory } = scene
    const quiet = { log: memoryLog().log, afterCommit: () => undefined }
    const other = createTimerWorker({ store, context, directory, ...quiet })
    await Promise.all([other.drain(), scene.drainTimers()])
    await scene.sendPosts()
    expect(scene.notices(sun)).toHaveLength(1)
    expect(await inform(number)).toHaveLength(1)
  })
})

describe('“This wasn’t me”', () => {
  const alarms = () => [...scene.shown.values()].filter(({ view }) => view.kind === 'alarm')

  it('stops the ticket, alarms postmasters and the security contact once, and says so to whoever pressed', async () => {
    const number = await open(sun.email ?? '')
    const before = scene.dm(lin)
    expect((await scene.act(sun, number, { type: 'freeze' })).whispers).toEqual([])
    expect((await find(number)).frozen).toMatchObject({ by: sun.user })
    expect(alarms().map(({ surface }) => surface.kind)).toEqual(['channel', 'dm'])
    expect(scene.channel().at(-1)?.ticket.frozen).toMatchObject({ by: sun.user })
    expect(scene.notices(sun)).toMatchObject([{ ticket: { frozen: { by: sun.user } } }])
    expect(scene.dm(lin).map(({ kind }) => kind)).toEqual(before.map(({ kind }) => kind))
    expect(JSON.stringify(scene.dm(lin))).not.toContain('frozen')
  })

  it('is calm when it is pressed again, whatever postmasters did since', async () => {
    const number = await open(sun.email ?? '')
    await scene.act(sun, number, { type: 'freeze' })
    await scene.act(chen, number, { type: 'claim' })
    expect((await scene.act(sun, number, { type: 'freeze' }, 1)).whispers).toEqual([{ kind: 'stopped' }])
    expect(alarms()).toHaveLength(2)
  })

  it('may be pressed by the second addressee, and by the requester whose own mailbox it is', async () => {
    const number = await open(lin.email ?? '')
    await scene.act(ma, number, { type: 'freeze' })
    expect(await find(number)).toMatchObject({ frozen: { by: ma.user } })
    expect(JSON.stringify(scene.dm(lin))).not.toContain('frozen')
    const other = await open(sun.email ?? '', sun)
    await scene.act(sun, other, { type: 'freeze' })
    expect(scene.news(sun).ticket.frozen).toMatchObject({ by: sun.user })
  })

  it('is refused to anybody else, and to a requester of somebody else’s mailbox', async () => {
    const number = await open(sun.email ?? '')
    for (const person of [lin, wang, ma]) {
      const { whispers } = await scene.act(person, number, { type: 'freeze' })
      expect(whispers).toEqual([{ kind: 'refused', reason: 'not_owner' }])
    }
    expect((await find(number)).frozen).toBeUndefined()
  })

  it('leaves the requester with words that tell nothing of it', async () => {
    const number = await open(sun.email ?? '')
    await scene.act(sun, number, { type: 'freeze' })
    expect((await scene.act(lin, number, { type: 'cancel' })).whispers).toEqual([{ kind: 'received' }])
    const own = await open(sun.email ?? '', sun)
    await scene.act(ma, own, { type: 'freeze' })
    expect((await scene.act(sun, own, { type: 'cancel' })).whispers).toEqual([{ kind: 'in_hand' }])
  })

  it('can be pressed after the close, and is told to be lifted', async () => {
    const number = await open(sun.email ?? '')
    await close(number)
    await scene.drainTimers()
    await scene.act(sun, number, { type: 'freeze' })
    expect((await find(number)).frozen).toMatchObject({ by: sun.user })
    await scene.act(chen, number, { type: 'unfreeze', identityCheck: 'callback' })
    const last = scene.notices(sun).at(-1)
    expect(last).toMatchObject({ live: true, ticket: { unfrozen: { by: chen.user } } })
    expect(last?.ticket.frozen).toBeUndefined()
  })

  it('is lifted in a message of its own, for an edit tells nobody', async () => {
    const number = await open(sun.email ?? '')
    await scene.act(sun, number, { type: 'freeze' })
    const before = scene.notices(sun).length
    await scene.act(chen, number, { type: 'unfreeze', identityCheck: 'callback' })
    expect(scene.notices(sun).map(({ live }) => live)).toEqual([...Array(before).fill(false), true])
    const own = await open(sun.email ?? '', sun)
    await scene.act(sun, own, { type: 'freeze' })
    const heard = scene.dm(sun).length
    await scene.act(chen, own, { type: 'unfreeze', identityCheck: 'callback' })
    expect(scene.dm(sun)).toHaveLength(heard + 1)
    expect(scene.news(sun)).toMatchObject({ news: 'opened', live: true })
  })
})
