import { openHome } from '../../src/application/open-home.ts'
import type { Person } from '../../src/application/ports.ts'
import { pressHome } from '../../src/application/press-home.ts'
import { chen, guest, lin, Scene, wang } from './scene.ts'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(() => scene.store.close())

const open = (person: Person, isPostmaster = false) =>
  scene.deliver((tx) => openHome(tx, scene.context, { person, isPostmaster }))
const press = (person: Person, button: 'start' | 'status') =>
  scene.deliver((tx) => pressHome(tx, scene.context, { person, button }))

describe('openHome', () => {
  it('shows whether they are on a walk', async () => {
    await open(lin)
    expect(scene.home(lin)).toEqual({
      kind: 'home',
      language: 'en',
      timeZone: 'Asia/Shanghai',
      hasSession: false,
    })
    await scene.hear(lin, 'my account is locked')
    expect(scene.home(lin)?.hasSession).toBe(true)
    await scene.command(lin, 'cancel')
    expect(scene.home(lin)?.hasSession).toBe(false)
  })

  it('shows their open case', async () => {
    const ticket = await scene.ticketFor(lin)
    await open(lin)
    expect(scene.home(lin)?.ticket?.number).toBe(ticket)
  })

  it('shows nothing to people who are no members', async () => {
    expect((await open(guest)).whispers).toEqual([{ kind: 'refused', reason: 'not_member' }])
    expect(scene.home(guest)).toBeUndefined()
  })

  it('is not made for people who never opened it', async () => {
    await scene.hear(lin, 'my account is locked')
    expect(scene.home(lin)).toBeUndefined()
  })
})

describe('openHome of a postmaster', () => {
  const queue = (person: Person) => scene.home(person)?.queue

  it('shows what is to be done, as of now', async () => {
    const number = await scene.ticketFor(lin, { note: 'my phone was stolen' })
    scene.clock.advance(60_000)
    await open(chen, true)
    expect(queue(chen)).toMatchObject({ asOf: scene.clock.now(), open: { rows: [{ number }] } })
    expect(JSON.stringify(queue(chen))).not.toMatch(/stolen|example\.com|U_LIN/)
  })

  it('shows it anew after what they do themselves', async () => {
    const number = await scene.ticketFor(lin)
    await open(chen, true)
    await open(wang, true)
    scene.clock.advance(60_000)
    await scene.act(chen, number, { type: 'claim' })
    expect(queue(chen)).toMatchObject({
      asOf: scene.clock.now(),
      open: { rows: [] },
      mine: { rows: [{ number }] },
    })
    expect(queue(wang)).toMatchObject({ asOf: scene.clock.now() - 60_000, open: { rows: [{ number }] } })
  })

  it('shows no queue to anybody else, and takes it from whoever is no postmaster any more', async () => {
    await scene.ticketFor(lin)
    await open(lin)
    expect(scene.home(lin)).not.toHaveProperty('queue')
    await open(chen, true)
    await open(chen, false)
    expect(scene.home(chen)).not.toHaveProperty('queue')
  })

  it('shows none where Slack does not say who they are, and says so', async () => {
    await scene.ticketFor(lin)
    await scene.deliver((tx) => openHome(tx, scene.context, { person: chen, isPostmaster: undefined }))
    expect(queue(chen)).toBe('unchecked')
  })

  it('makes no Home tab for postmasters who never opened it', async () => {
    await scene.act(chen, await scene.ticketFor(lin), { type: 'claim' })
    expect(scene.home(chen)).toBeUndefined()
  })
})

describe('pressHome', () => {
  it('begins a walk in the DM', async () => {
    await open(lin)
    await press(lin, 'start')
    expect(scene.card(lin).screen).toEqual({ kind: 'menu', why: 'welcome' })
    expect(scene.home(lin)?.hasSession).toBe(true)
  })

  it('brings a walk under way to the bottom of the DM', async () => {
    await scene.hear(lin, 'my account is locked')
    await press(lin, 'start')
    expect(scene.dm(lin).map((view) => view.kind)).toEqual(['retired_card', 'card'])
    expect(scene.card(lin).screen).toMatchObject({ flow: 'account_locked' })
    await scene.choose(lin, 'closed')
    expect(scene.card(lin).screen).toMatchObject({ node: 'wait' })
  })

  it('tells how the case stands, or that there is none', async () => {
    await press(lin, 'status')
    expect(scene.dm(lin)).toMatchObject([{ kind: 'notice', notice: 'no_open_case' }])
    const ticket = await scene.ticketFor(lin)
    await press(lin, 'status')
    expect(scene.news(lin)).toMatchObject({ news: 'opened', ticket: { number: ticket } })
  })

  it('refuses people who are no members', async () => {
    expect((await press(guest, 'start')).whispers).toEqual([{ kind: 'refused', reason: 'not_member' }])
    expect(scene.shown.size).toBe(0)
  })
})
