import { PosternError } from '../../src/application/errors.ts'
import type { Clock, Log, LogFields, Store } from '../../src/application/ports.ts'
import { createTimerWorker } from '../../src/application/timer-worker.ts'
import { lin, Scene, sun } from './scene.ts'

const hour = 3_600_000

/** A log that keeps its lines. */
class Lines implements Log {
  readonly all: { message: string; fields: LogFields | undefined }[] = []
  info = (message: string, fields?: LogFields) => this.#keep(message, fields)
  warn = (message: string, fields?: LogFields) => this.#keep(message, fields)
  error = (message: string, fields?: LogFields) => this.#keep(message, fields)
  record = (message: string, fields?: LogFields) => this.#keep(message, fields)
  #keep(message: string, fields?: LogFields): void {
    this.all.push({ message, fields })
  }
}

let scene: Scene
let log: Lines
let commits: number
let committed: () => void

beforeEach(async () => {
  scene = await Scene.open()
  log = new Lines()
  commits = 0
  committed = () => undefined
})
afterEach(() => scene.store.close())

function worker(store: Store = scene.store, clock: Clock = scene.clock) {
  const afterCommit = () => {
    commits += 1
    committed()
  }
  const { directory } = scene
  return createTimerWorker({ store, context: { ...scene.context, clock }, directory, log, afterCommit })
}

/** A reminder for `person`, due in an hour. */
async function remind(person: typeof lin): Promise<void> {
  await scene.hear(person, 'my account is locked')
  await scene.choose(person, 'closed')
  await scene.press(person, { type: 'remind' })
}

/** The store, except that deliveries fail as long as `fails` says so. */
function failing(fails: (key: string) => boolean): { store: Store; tries: string[] } {
  const tries: string[] = []
  const store: Store = {
    ...scene.store,
    deliver: (key, now, use) => {
      tries.push(key)
      if (fails(key)) return Promise.reject(new PosternError('storage_unavailable'))
      return scene.store.deliver(key, now, use)
    },
  }
  return { store, tries }
}

describe('createTimerWorker', () => {
  it('handles all that is due, and nothing before its time', async () => {
    await remind(lin)
    await remind(sun)
    const timers = worker()
    await timers.drain()
    expect(commits).toBe(0)
    scene.clock.advance(hour)
    await timers.drain()
    expect(commits).toBe(2)
    await scene.sendPosts()
    expect(scene.card(lin).screen).toMatchObject({ node: 'try_again' })
    expect(scene.card(sun).screen).toMatchObject({ node: 'try_again' })
    expect(log.all).toEqual([])
  })

  it('handles each timer once, whoever drains', async () => {
    await remind(lin)
    scene.clock.advance(hour)
    await Promise.all([worker().drain(), worker().drain()])
    await scene.sendPosts()
    expect(scene.dm(lin).map((view) => view.kind)).toEqual(['retired_card', 'card'])
  })

  it('logs a failure by its code, and tries again only after a while', async () => {
    await remind(lin)
    scene.clock.advance(hour)
    let broken = true
    const { store, tries } = failing(() => broken)
    const timers = worker(store)
    await timers.drain()
    await timers.drain()
    expect(tries).toHaveLength(1)
    expect(log.all).toMatchObject([{ fields: { code: 'storage_unavailable', attempts: 1 } }])
    scene.clock.advance(1_000)
    await timers.drain()
    scene.clock.advance(1_000)
    await timers.drain()
    expect(tries).toHaveLength(2)
    broken = false
    scene.clock.advance(1_000)
    await timers.drain()
    expect(tries).toHaveLength(3)
    expect(commits).toBe(1)
  })

  it('does not let one that fails hold up another', async () => {
    await remind(lin)
    scene.clock.advance(1)
    await remind(sun)
    scene.clock.advance(hour)
    const [first] = await scene.store.dueTimers(scene.clock.now(), 1)
    const { store } = failing((key) => key === `timer:${first?.id}`)
    await worker(store).drain()
    await scene.sendPosts()
    expect(scene.card(lin).screen).toMatchObject({ node: 'wait' })
    expect(scene.card(sun).screen).toMatchObject({ node: 'try_again' })
  })

  it('waits when the timers cannot be read', async () => {
    let reads = 0
    const dueTimers = () => {
      reads += 1
      return Promise.reject(new PosternError('storage_unavailable'))
    }
    const timers = worker({ ...scene.store, dueTimers })
    await timers.drain()
    await timers.drain()
    expect(reads).toBe(1)
    expect(log.all).toMatchObject([{ fields: { code: 'storage_unavailable' } }])
  })

  it('watches the time by itself once started', async () => {
    const seen = new Promise<void>((resolve) => {
      committed = resolve
    })
    const clock = { now: () => Date.now() }
    const timers = worker(scene.store, clock)
    await scene.deliver((tx) =>
      tx.timers.start({ id: 'soon', kind: 'wait_over', subject: 'session:gone', dueAt: Date.now() + 30 }),
    )
    timers.start()
    await seen
    await timers.stop()
    expect(await scene.store.nextTimerAt()).toBeUndefined()
  })

  it('looks at once when woken', async () => {
    const seen = new Promise<void>((resolve) => {
      committed = resolve
    })
    const timers = worker()
    timers.start()
    await timers.drain()
    await remind(lin)
    scene.clock.advance(hour)
    timers.wake()
    await seen
    await timers.stop()
    expect(commits).toBe(1)
  })

  it('does nothing on its own before it is started and after it is stopped', async () => {
    await remind(lin)
    scene.clock.advance(hour)
    const timers = worker()
    timers.wake()
    timers.start()
    await timers.stop()
    const after = commits
    timers.wake()
    await timers.stop()
    expect(commits).toBe(after)
  })
})
