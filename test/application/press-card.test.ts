import { pressCard } from '../../src/application/press-card.ts'
import { guest, lin, Scene, sun } from './scene.ts'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(() => scene.store.close())

const closed = { type: 'chose', choice: 'closed' } as const
const outdated = { language: 'en', whispers: [{ kind: 'outdated' }] }

describe('pressCard', () => {
  it('goes on in place', async () => {
    await scene.hear(lin, 'my account is locked')
    const before = scene.card(lin)
    expect(await scene.press(lin, closed)).toEqual({ language: 'en', whispers: [] })
    expect(scene.dm(lin)).toHaveLength(1)
    expect(scene.card(lin)).toMatchObject({
      session: before.session,
      version: before.version + 1,
      screen: { node: 'wait' },
      path: [{ flow: 'account_locked', node: 'stop_tries', choice: 'closed' }],
    })
  })

  it('goes back', async () => {
    await scene.hear(lin, 'my account is locked')
    await scene.choose(lin, 'closed')
    await scene.press(lin, { type: 'back' })
    expect(scene.card(lin).screen).toMatchObject({ node: 'stop_tries' })
  })

  it('never acts on an older version: it shows how things stand, and says so', async () => {
    await scene.hear(lin, 'my account is locked')
    const old = scene.card(lin)
    await scene.press(lin, closed)
    const current = scene.card(lin)
    expect(await scene.press(lin, closed, old)).toEqual(outdated)
    expect(scene.card(lin)).toEqual(current)
  })

  it('switches the language in place, and remembers it whatever they write in', async () => {
    await scene.hear(lin, 'my account is locked')
    const reply = await scene.press(lin, { type: 'language', language: 'zh' })
    expect(reply).toEqual({ language: 'zh', whispers: [] })
    expect(scene.dm(lin)).toHaveLength(1)
    expect(scene.card(lin)).toMatchObject({ language: 'zh', screen: { node: 'stop_tries' } })
    await scene.hear(lin, 'I forgot my password')
    expect(scene.card(lin).language).toBe('zh')
  })

  it('keeps the language where the card is of the past', async () => {
    await scene.hear(lin, 'my account is locked')
    const old = scene.card(lin)
    await scene.press(lin, closed)
    expect(await scene.press(lin, { type: 'language', language: 'zh' }, old)).toEqual(outdated)
    expect(scene.card(lin).language).toBe('en')
  })

  it('takes the answer to whether it helped, once, after the walk is over', async () => {
    await scene.hear(lin, 'my account is locked')
    await scene.choose(lin, 'closed', 'in')
    const ended = scene.card(lin)
    const rated = { type: 'rated', helped: true } as const
    expect(await scene.press(sun, rated, ended)).toEqual(outdated)
    expect(await scene.press(lin, rated, ended)).toEqual({ language: 'en', whispers: [] })
    expect(scene.card(lin).screen).toMatchObject({ kind: 'ended', helped: true })
    expect(await scene.press(lin, { type: 'rated', helped: false }, ended)).toEqual(outdated)
    expect(scene.card(lin).screen).toMatchObject({ helped: true })
  })

  it('never acts on a walk that is over', async () => {
    await scene.hear(lin, 'my account is locked')
    await scene.choose(lin, 'closed', 'in')
    const ended = scene.card(lin)
    expect(ended.screen).toMatchObject({ kind: 'ended', how: 'solved' })
    expect(await scene.press(lin, { type: 'back' }, ended)).toEqual(outdated)
    expect(scene.card(lin)).toEqual(ended)
  })

  it('never acts on a walk that a newer one has followed', async () => {
    await scene.hear(lin, 'my account is locked')
    const old = scene.card(lin)
    await scene.command(lin, 'cancel')
    await scene.hear(lin, 'I forgot my password')
    expect(await scene.press(lin, closed, old)).toEqual(outdated)
    expect(scene.card(lin).screen).toMatchObject({ flow: 'forgot_password' })
  })

  it('brings back a card that Slack shows too old, by a new revision of the same post', async () => {
    await scene.hear(lin, 'my account is locked')
    const old = scene.card(lin)
    await scene.press(lin, closed)
    const before = [...scene.shown.values()].map((post) => post.revision)
    await scene.press(lin, closed, old)
    expect([...scene.shown.values()].map((post) => post.revision)).toEqual(before.map((each) => each + 1))
  })

  it('does not know other people’s walks', async () => {
    await scene.hear(lin, 'my account is locked')
    const before = scene.card(lin)
    expect(await scene.press(sun, closed, before)).toEqual(outdated)
    expect(scene.card(lin)).toEqual(before)
  })

  it('does not know walks that never were', async () => {
    const click = { person: lin, session: 'gone', version: 1, event: closed }
    expect(await scene.deliver((tx) => pressCard(tx, scene.context, click))).toEqual(outdated)
  })

  it('refuses people who are no members', async () => {
    await scene.hear(lin, 'my account is locked')
    const reply = await scene.press(guest, closed, scene.card(lin))
    expect(reply.whispers).toEqual([{ kind: 'refused', reason: 'not_member' }])
  })

  it('opens the form on the way to a postmaster, with the address that Slack knows', async () => {
    await scene.hear(lin, 'my account is locked')
    const { session, version } = scene.card(lin)
    const { modal } = await scene.press(lin, { type: 'asked_for_postmaster' })
    expect(modal).toEqual({ kind: 'hand_over', session, version, mailbox: 'lin.wei@example.com' })
  })

  it('leaves the address open where Slack knows none', async () => {
    const { email: _, ...nameless } = lin
    await scene.hear(nameless, 'blah')
    const { modal } = await scene.press(nameless, { type: 'asked_for_postmaster' })
    expect(modal).not.toHaveProperty('mailbox')
  })

  it('tells how an open case stands when "how is my case" is picked', async () => {
    const ticket = await scene.ticketFor(lin)
    await scene.hear(lin, 'it is either of the two')
    const before = scene.card(lin)
    await scene.press(lin, { type: 'picked', flow: 'case_status' })
    expect(scene.dm(lin).at(-1)).toMatchObject({
      kind: 'ticket_news',
      live: true,
      ticket: { number: ticket },
    })
    expect(scene.card(lin)).toEqual(before)
  })
})
