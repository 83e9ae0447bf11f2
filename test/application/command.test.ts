import { openHome } from '../../src/application/open-home.ts'
import { chen, guest, lin, Scene } from './scene.ts'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(() => scene.store.close())

describe('command', () => {
  it('explains itself, and posts nothing', async () => {
    expect((await scene.command(lin, ' Help ')).whispers).toEqual([{ kind: 'help' }])
    expect(scene.shown.size).toBe(0)
  })

  it('refuses people who are no members', async () => {
    expect((await scene.command(guest, 'help')).whispers).toEqual([{ kind: 'refused', reason: 'not_member' }])
  })

  it('shows the menu when it stands alone', async () => {
    expect((await scene.command(lin, '')).whispers).toEqual([{ kind: 'see_dm' }])
    expect(scene.card(lin).screen).toEqual({ kind: 'menu', why: 'welcome' })
  })

  it('goes back to the menu from the middle of a walk, with a new card', async () => {
    await scene.hear(lin, 'my account is locked')
    const { session } = scene.card(lin)
    await scene.command(lin, '  ')
    expect(scene.dm(lin).map((view) => view.kind)).toEqual(['retired_card', 'card'])
    expect(scene.card(lin)).toMatchObject({ session, screen: { kind: 'menu', why: 'asked' } })
  })

  it('hears anything else like a message', async () => {
    const reply = await scene.command(lin, 'my account is locked')
    expect(reply.whispers).toEqual([{ kind: 'see_dm' }])
    expect(scene.card(lin).screen).toMatchObject({ flow: 'account_locked' })
  })

  it.each(['help my account is locked', 'status locked'])(
    'hears %j as words, not as its own',
    async (text) => {
      await scene.command(lin, text)
      expect(scene.card(lin).screen).toMatchObject({ flow: 'account_locked' })
    },
  )

  it('takes secrets out of free text', async () => {
    const reply = await scene.command(lin, 'locked, my password is Tr0ub4dor&3xyz')
    expect(reply.whispers).toMatchObject([{ kind: 'secret_removed', typedIn: 'form' }, { kind: 'see_dm' }])
    expect(scene.classifier.asked.join()).not.toContain('Tr0ub4dor')
  })
})

describe('command status', () => {
  it('tells of nothing when there is nothing', async () => {
    expect((await scene.command(lin, 'status')).whispers).toEqual([{ kind: 'status', hasSession: false }])
  })

  it('tells of a walk and of an open case', async () => {
    const ticket = await scene.ticketFor(lin)
    await scene.hear(lin, 'I forgot my password')
    expect((await scene.command(lin, 'status')).whispers).toMatchObject([
      { kind: 'status', hasSession: true, ticket: { number: ticket, state: 'open' } },
    ])
  })

  it('tells of a solved case until its requester says that they are in', async () => {
    const ticket = await scene.ticketFor(lin)
    await scene.act(chen, ticket, { type: 'claim' })
    await scene.act(chen, ticket, { type: 'resolve', outcome: 'unlocked', identityCheck: 'callback' })
    expect((await scene.command(lin, 'status')).whispers).toMatchObject([{ ticket: { state: 'resolved' } }])
    await scene.act(lin, ticket, { type: 'confirm' })
    expect((await scene.command(lin, 'status')).whispers).toEqual([{ kind: 'status', hasSession: false }])
  })
})

describe('command cancel', () => {
  it('ends the walk, in place', async () => {
    await scene.hear(lin, 'my account is locked')
    expect((await scene.command(lin, 'cancel')).whispers).toEqual([{ kind: 'cancelled', had: 'session' }])
    expect(scene.dm(lin)).toHaveLength(1)
    expect(scene.card(lin).screen).toMatchObject({ kind: 'ended', how: 'cancelled' })
  })

  it('says so when there is no walk', async () => {
    expect((await scene.command(lin, 'cancel')).whispers).toEqual([{ kind: 'cancelled', had: 'nothing' }])
  })

  it('lets go of the reminder', async () => {
    await scene.hear(lin, 'my account is locked')
    await scene.choose(lin, 'closed')
    await scene.press(lin, { type: 'remind' })
    expect(await scene.store.nextTimerAt()).toBeDefined()
    await scene.command(lin, 'cancel')
    expect(await scene.store.nextTimerAt()).toBeUndefined()
  })
})

describe('command language', () => {
  it('changes the card in place, and what is said from then on', async () => {
    await scene.hear(lin, 'my account is locked')
    const reply = await scene.command(lin, 'language zh')
    expect(reply).toEqual({ language: 'zh', whispers: [{ kind: 'language_set' }] })
    expect(scene.dm(lin)).toHaveLength(1)
    expect(scene.card(lin).language).toBe('zh')
    expect((await scene.command(lin, 'help')).language).toBe('zh')
  })

  it('leaves the buttons of the changed card working', async () => {
    await scene.hear(lin, 'my account is locked')
    await scene.command(lin, 'language zh')
    expect((await scene.press(lin, { type: 'chose', choice: 'closed' })).whispers).toEqual([])
    expect(scene.card(lin)).toMatchObject({ language: 'zh', screen: { node: 'wait' } })
  })

  it('changes the Home tab of somebody who is on no walk', async () => {
    await scene.deliver((tx) => openHome(tx, scene.context, { person: lin, isPostmaster: false }))
    await scene.command(lin, 'language zh')
    expect(scene.home(lin)?.language).toBe('zh')
  })

  it('is kept, whatever they write in afterwards', async () => {
    await scene.command(lin, 'language zh')
    await scene.hear(lin, 'sorry, my account is locked')
    expect(scene.card(lin)).toMatchObject({ language: 'zh', screen: { flow: 'account_locked' } })
  })

  it.each(['language', 'language fr'])('does not know %j', async (text) => {
    expect(await scene.command(lin, text)).toEqual({ language: 'en', whispers: [{ kind: 'bad_language' }] })
  })
})

describe('command queue', () => {
  it('tells a postmaster alone what is to be done', async () => {
    const number = await scene.ticketFor(lin)
    const before = scene.shown.size
    expect((await scene.command(chen, 'queue', true)).whispers).toMatchObject([
      { kind: 'queue', queue: { asOf: scene.clock.now(), open: { rows: [{ number, reason: 'locked' }] } } },
    ])
    expect(scene.shown.size).toBe(before)
  })

  it.each(['queue', 'stats', 'stats 30d', 'stats 5d'])(
    'tells nobody else, and nobody where Slack does not say who they are: %j',
    async (text) => {
      await scene.ticketFor(lin)
      expect((await scene.command(lin, text, false)).whispers).toEqual([{ kind: 'for_postmasters' }])
      expect((await scene.command(chen, text)).whispers).toEqual([{ kind: 'unchecked' }])
      expect((await scene.command(guest, text, true)).whispers).toMatchObject([{ kind: 'refused' }])
    },
  )

  it('is heard as words where more words follow', async () => {
    await scene.command(lin, 'queue locked')
    expect(scene.card(lin).screen).toMatchObject({ flow: 'account_locked' })
  })
})

describe('command stats', () => {
  const figures = async (text: string) => {
    const [whisper] = (await scene.command(chen, text, true)).whispers
    return whisper?.kind === 'figures' ? whisper : undefined
  }

  it('counts the last seven days, or thirty', async () => {
    const number = await scene.ticketFor(lin)
    scene.clock.advance(60_000)
    await scene.act(chen, number, { type: 'claim' })
    const counted = {
      selfService: { part: 0, of: 1 },
      byPath: [{ flow: 'account_locked', share: { part: 0, of: 1 } }],
      toClaim: { count: 1, median: 60_000 },
      toClose: { count: 0 },
      deadEnds: [{ reason: 'locked', count: 1 }],
    }
    expect(await figures('stats')).toMatchObject({ days: 7, figures: counted })
    scene.clock.advance(8 * 24 * 3_600_000)
    expect(await figures('Stats 7d')).toMatchObject({ days: 7, figures: { tickets: 0 } })
    expect(await figures('stats 30d')).toMatchObject({ days: 30, figures: counted })
  })

  it('counts no other period', async () => {
    expect((await scene.command(chen, 'stats 5d', true)).whispers).toEqual([{ kind: 'bad_period' }])
  })
})
