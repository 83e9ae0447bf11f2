import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileGuide } from '../../src/guide/compile.ts'
import type { Guide } from '../../src/guide/guide.ts'
import { loadContent } from '../../src/guide/load.ts'
import { someSettings } from '../support/small-guide.ts'
import { lin, Scene } from './scene.ts'

const minute = 60_000

let guide: Guide
let folder: string
beforeAll(async () => {
  guide = compileGuide(await loadContent(join(__dirname, '../../intents')), someSettings)
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postern-timers-'))
})
afterEach(() => rm(folder, { recursive: true }))

let runs = 0
function open(): Promise<Scene> {
  runs += 1
  return Scene.open({ database: `sqlite:${join(folder, 'postern.db')}`, guide, run: runs })
}

/** Ends the process, and starts another on the same file `ms` later. */
async function restart(scene: Scene, ms: number): Promise<Scene> {
  const now = scene.clock.now()
  await scene.store.close()
  const next = await open()
  next.clock.advance(now + ms - next.clock.now())
  return next
}

/** Does all that is due, and gives back how many cards that brought to the person. */
async function cardsThatCome(scene: Scene): Promise<number> {
  const before = scene.dm(lin).filter(({ kind }) => kind === 'card').length
  await scene.drainTimers()
  return scene.dm(lin).filter(({ kind }) => kind === 'card').length - before
}

const timers = [
  ['the hour of a lock', 'account_locked', ['closed'], 60, 'account_locked/try_once'],
  ['a QR code', 'qr_login', ['yes'], 5, 'qr_expired/ran_out'],
  ['a text message', 'sms_code_not_received', [], 2, 'sms_code_not_received/waited'],
] as const

describe('timers, over a restart', () => {
  /** A walk on which the person asked to be reminded. */
  async function reminded(flow: string, choices: readonly string[]): Promise<Scene> {
    const scene = await open()
    await scene.hear(lin, 'blah')
    await scene.press(lin, { type: 'picked', flow })
    await scene.choose(lin, ...choices)
    await scene.press(lin, { type: 'remind' })
    return scene
  }

  it.each(timers)('come once and on time, for %s', async (_, flow, choices, minutes, leadsTo) => {
    const early = await restart(await reminded(flow, choices), minutes * minute - 1)
    expect(await cardsThatCome(early)).toBe(0)
    const onTime = await restart(early, 1)
    expect(await cardsThatCome(onTime)).toBe(1)
    const { screen } = onTime.card(lin)
    expect(screen.kind === 'node' && `${screen.flow}/${screen.node}`).toBe(leadsTo)
    const later = await restart(onTime, 24 * 60 * minute)
    expect(await cardsThatCome(later)).toBe(0)
    await later.store.close()
  })

  it.each(timers)('do not come once the person has stopped, for %s', async (_, flow, choices, minutes) => {
    const scene = await reminded(flow, choices)
    await scene.command(lin, 'cancel')
    const later = await restart(scene, minutes * minute)
    expect(await cardsThatCome(later)).toBe(0)
    await later.store.close()
  })

  it('do not come after success', async () => {
    const scene = await reminded('qr_login', ['yes'])
    await scene.choose(lin, 'in', 'known')
    expect(scene.card(lin).screen).toMatchObject({ kind: 'ended', how: 'solved' })
    const later = await restart(scene, 5 * minute)
    expect(await cardsThatCome(later)).toBe(0)
    await later.store.close()
  })
})
