import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planRound } from '../../src/application/desk-round.ts'
import type { PostView } from '../../src/application/post.ts'
import type { Ticket } from '../../src/desk/ticket.ts'
import { sampleHours } from '../desk/sample-hours.ts'
import { chen, lin, Scene, sun, wang } from './scene.ts'

const minute = 60_000
const hour = 60 * minute

let scene: Scene
const open = async (options: Parameters<typeof Scene.open>[0] = {}): Promise<void> => {
  scene = await Scene.open(options)
}
afterEach(() => scene.store.close())

type Reminder = Extract<PostView, { kind: 'reminder' }>

const reminders = (): Reminder[] =>
  [...scene.shown.values()].flatMap(({ view }) => (view.kind === 'reminder' ? [view] : []))
const said = (): number[][] => reminders().map(({ tickets }) => tickets.map(({ number }) => number))
const ticket = (number: number): Promise<Ticket | undefined> => scene.deliver((tx) => tx.tickets.find(number))

/** When the next round is, if there is one. */
async function planned(): Promise<number | undefined> {
  const timers = await scene.store.dueTimers(Number.MAX_SAFE_INTEGER, 50)
  return timers.find(({ kind }) => kind === 'desk_round')?.dueAt
}

/** Lets time pass, with the worker at its work at the end of it. */
async function pass(ms: number): Promise<void> {
  scene.clock.advance(ms)
  await drain()
}

async function drain(): Promise<void> {
  await scene.drainTimers()
}

describe('a desk round', () => {
  beforeEach(() => open())

  it('reminds of a ticket that nobody has after ten minutes, not a millisecond early, once, and then hourly', async () => {
    const number = await scene.ticketFor(lin)
    expect(await planned()).toBe(scene.clock.now() + 10 * minute)
    await pass(10 * minute - 1)
    expect(said()).toEqual([])
    await pass(1)
    expect(said()).toEqual([[number]])
    await pass(hour - 1)
    expect(said()).toHaveLength(1)
    await pass(1)
    expect(said()).toEqual([[number], [number]])
    expect((await ticket(number))?.reminded?.count).toBe(2)
  })

  it('calls the postmasters the first time, later it only says it', async () => {
    await scene.ticketFor(lin)
    await pass(10 * minute)
    await pass(hour)
    expect(reminders().map(({ calls }) => calls)).toEqual([{ users: [chen.user, wang.user] }, { users: [] }])
  })

  it('names all that are due in one post, by number and ids alone', async () => {
    const first = await scene.ticketFor(lin, { note: 'my phone was stolen' })
    const second = await scene.ticketFor(sun)
    await pass(10 * minute)
    expect(said()).toEqual([[first, second]])
    const told = JSON.stringify(reminders())
    for (const each of ['Lin', 'example.com', 'stolen', lin.user]) expect(told).not.toContain(each)
  })

  it('leaves buttons as they are: the version stays', async () => {
    const number = await scene.ticketFor(lin)
    await pass(10 * minute)
    expect(await ticket(number)).toMatchObject({ version: 1, reminded: { count: 1 } })
    await scene.act(chen, number, { type: 'claim' }, 1)
    expect((await ticket(number))?.state).toBe('claimed')
  })

  it('calls whoever has a ticket that has not moved for two hours, and stops once it moves', async () => {
    const number = await scene.ticketFor(lin)
    await scene.act(chen, number, { type: 'claim' })
    await pass(2 * hour - 1)
    expect(said()).toEqual([])
    await pass(1)
    expect(reminders()).toMatchObject([
      { calls: { users: [] }, tickets: [{ number, rests: 'silent', claimedBy: chen.user }] },
    ])
    await scene.act(chen, number, { type: 'ask', text: 'Which phone?' })
    expect(await planned()).toBeUndefined()
    await pass(5 * hour)
    expect(said()).toHaveLength(1)
  })

  it('is planned anew with every move: no round comes for what needs none', async () => {
    const number = await scene.ticketFor(lin)
    await scene.act(lin, number, { type: 'cancel' })
    expect(await planned()).toBeUndefined()
  })

  it('is planned at a start for tickets that are older than reminders', async () => {
    await scene.ticketFor(lin)
    await scene.deliver((tx) => tx.timers.cancel('desk_round', 'desk:T1'))
    await scene.deliver((tx) => planRound(tx, scene.context, 'T1'))
    await pass(10 * minute)
    expect(said()).toHaveLength(1)
  })
})

describe('a desk round with a user group', () => {
  it('calls the group', async () => {
    await open({ postmasters: { usergroup: 'S_POST', userIds: [chen.user] } })
    await scene.ticketFor(lin)
    await pass(10 * minute)
    expect(reminders()).toMatchObject([{ calls: { usergroup: 'S_POST', users: [] } }])
  })
})

describe('a desk round with working hours', () => {
  /** Monday, 23 November 2026. */
  const until = async (time: string): Promise<void> => pass(Date.parse(`${time}+08:00`) - scene.clock.now())

  beforeEach(() => open({ workingHours: sampleHours('mon-fri 09:00-18:00', 'Asia/Shanghai', '2026-11-24') }))

  it('waits for the next working day', async () => {
    await until('2026-11-23T17:55')
    await scene.ticketFor(lin)
    await until('2026-11-25T09:04:59.999')
    expect(said()).toEqual([])
    await until('2026-11-25T09:05')
    expect(said()).toHaveLength(1)
  })

  it('calls at night for a mailbox that may be in wrong hands', async () => {
    await until('2026-11-23T23:00')
    const number = await scene.ticketFor(lin)
    const stored = await ticket(number)
    if (stored === undefined) throw new Error('no ticket')
    await scene.deliver(async (tx) => {
      await tx.tickets.amend({ ...stored, reason: 'compromised' })
      await planRound(tx, scene.context, 'T1')
    })
    await drain()
    expect(reminders()).toMatchObject([{ calls: { users: [chen.user, wang.user] } }])
    await until('2026-11-23T23:59:59.999')
    expect(said()).toHaveLength(1)
    await until('2026-11-24T00:00')
    expect(said()).toHaveLength(2)
  })

  it('tells whoever waits when postmasters are back, and nothing of it while they are there', async () => {
    await until('2026-11-23T10:00')
    await scene.ticketFor(lin)
    expect(scene.news(lin).absence).toBeUndefined()
    await until('2026-11-23T20:00')
    await scene.ticketFor(sun)
    const back = Date.parse('2026-11-25T09:00+08:00')
    expect(scene.news(sun)).toMatchObject({ news: 'opened', absence: { kind: 'away', until: back } })
    expect((await scene.command(sun, 'status')).whispers).toMatchObject([{ absence: { until: back } }])
  })
})

describe('a desk round after a restart', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-round-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  async function restart(run: number): Promise<void> {
    const now = scene.clock.now()
    await scene.store.close()
    await open({ database: `sqlite:${join(folder, 'desk.db')}`, run })
    scene.clock.advance(now - scene.clock.now())
    await scene.deliver((tx) => planRound(tx, scene.context, 'T1'))
  }

  it('reminds of nothing twice, and of what became due meanwhile', async () => {
    await open({ database: `sqlite:${join(folder, 'desk.db')}` })
    const number = await scene.ticketFor(lin)
    await pass(10 * minute)
    expect(said()).toEqual([[number]])
    await restart(1)
    await drain()
    expect(said()).toEqual([])
    scene.clock.advance(3 * hour)
    await restart(2)
    await drain()
    await drain()
    expect(said()).toEqual([[number]])
    expect(await planned()).toBe(scene.clock.now() + hour)
  })
})
