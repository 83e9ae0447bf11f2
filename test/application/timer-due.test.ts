import type { Timer } from '../../src/application/ports.ts'
import { timerDue } from '../../src/application/timer-due.ts'
import { lin, Scene } from './scene.ts'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
  await scene.hear(lin, 'my account is locked')
  await scene.choose(lin, 'closed')
})
afterEach(() => scene.store.close())

const hour = 3_600_000

async function reminder(): Promise<Timer> {
  await scene.press(lin, { type: 'remind' })
  const [timer] = await scene.store.dueTimers(scene.clock.now() + 2 * hour, 10)
  if (timer === undefined) throw new Error('no timer was started')
  return timer
}

const due = (timer: Timer) => scene.deliver((tx) => timerDue(tx, scene.context, timer))

describe('timerDue', () => {
  it('comes back with a new card, which goes on from there', async () => {
    const timer = await reminder()
    expect(timer.dueAt).toBe(scene.clock.now() + hour)
    scene.clock.advance(hour)
    await due(timer)
    expect(scene.dm(lin).map((view) => view.kind)).toEqual(['retired_card', 'card'])
    expect(scene.card(lin)).toMatchObject({ timeZone: 'Asia/Shanghai', screen: { node: 'try_again' } })
    expect(await scene.store.nextTimerAt()).toBeUndefined()
    await scene.choose(lin, 'yes')
    expect(scene.card(lin).screen).toMatchObject({ kind: 'ended', how: 'solved' })
  })

  it('does nothing for somebody who has gone on, and goes away', async () => {
    const timer = await reminder()
    await scene.choose(lin, 'in')
    const before = scene.dm(lin)
    await due(timer)
    expect(scene.dm(lin)).toEqual(before)
    expect(await scene.store.nextTimerAt()).toBeUndefined()
  })

  it('leaves a later reminder of the same walk alone', async () => {
    const old = await reminder()
    await scene.press(lin, { type: 'back' })
    scene.clock.advance(1_000)
    await scene.choose(lin, 'closed')
    const later = await reminder()
    await due(old)
    expect(scene.card(lin).screen).toMatchObject({ node: 'wait', remindAt: later.dueAt })
    expect(await scene.store.nextTimerAt()).toBe(later.dueAt)
  })

  it('goes away when its walk is not known', async () => {
    await scene.deliver((tx) =>
      tx.timers.start({ id: 'lost', kind: 'wait_over', subject: 'session:gone', dueAt: 1 }),
    )
    const [lost] = await scene.store.dueTimers(scene.clock.now(), 10)
    if (lost !== undefined) await due(lost)
    expect(await scene.store.nextTimerAt()).toBeUndefined()
  })
})
