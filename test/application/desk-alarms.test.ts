import type { PostView } from '../../src/application/post.ts'
import { postNewTicket } from '../../src/application/post-new-ticket.ts'
import { showTicket } from '../../src/application/show-ticket.ts'
import { deskLimits } from '../../src/desk/limits.ts'
import { chen, lin, ma, Scene, sun } from './scene.ts'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(() => scene.store.close())

type Kind = PostView['kind']
type ViewOf<K extends Kind> = Extract<PostView, { kind: K }>

function shown<K extends Kind>(kind: K, place = 'C_POST'): ViewOf<K>[] {
  return [...scene.shown.values()].flatMap(({ surface, view }) => {
    const where = surface.kind === 'channel' ? surface.channel : surface.user
    const isOf = (each: PostView): each is ViewOf<K> => each.kind === kind
    return where === place && isOf(view) ? [view] : []
  })
}

const ticketOf = (number: number) => scene.deliver((tx) => tx.tickets.find(number))
const hour = 3_600_000

async function form(person = lin) {
  await scene.hear(person, 'my account is locked')
  await scene.choose(person, 'closed', 'cannot_wait')
  return (await scene.press(person, { type: 'asked_for_postmaster' })).modal
}

describe('openNewTicket', () => {
  it('raises no alarm for a first request, however pressing', async () => {
    const number = await scene.ticketFor(lin, { note: 'urgent' })
    expect(await ticketOf(number)).toMatchObject({ alarms: ['pressure'] })
    expect(shown('alarm')).toEqual([])
  })

  it('keeps the owner’s request beside an impostor’s, links the two and raises an alarm', async () => {
    const impostors = await scene.ticketFor(sun, { mailbox: 'lin.wei@example.com' })
    const owners = await scene.ticketFor(lin)
    expect(await ticketOf(owners)).toMatchObject({ links: [impostors], state: 'open' })
    expect(await ticketOf(impostors)).toMatchObject({ links: [owners], alarms: ['asked_by_others'] })
    expect(scene.channel().map(({ ticket }) => ticket.links)).toEqual([[owners], [impostors]])
    const alarm = { about: owners, links: [impostors], alarms: ['asked_by_others', 'repeated'] }
    expect(shown('alarm')).toMatchObject([alarm])
    expect(shown('alarm', ma.user)).toMatchObject([alarm])
    expect(await scene.audit(impostors)).toContain('postern link done open 1002')
    expect(await scene.audit(owners)).toContain('postern alarm done open asked_by_others')
  })

  it.each([
    ['in another domain of the company', 'lin.wei@example.cn'],
    ['with a tag', 'lin.wei+new@example.com'],
  ])('knows an impostor’s request for the same mailbox %s', async (_, mailbox) => {
    const owners = await scene.ticketFor(lin)
    const impostors = await scene.ticketFor(sun, { mailbox })
    expect(await ticketOf(impostors)).toMatchObject({
      links: [owners],
      alarms: ['asked_by_others', 'repeated'],
    })
  })

  it('takes two postmasters for a mailbox whose owner stopped a request before', async () => {
    const first = await scene.ticketFor(sun, { mailbox: 'lin.wei@example.com' })
    await scene.drainTimers()
    await scene.act(lin, first, { type: 'freeze' })
    await scene.act(chen, first, { type: 'claim' })
    await scene.act(chen, first, { type: 'decline', reason: 'not_their_mailbox' })
    await scene.clock.advance(25 * hour)
    const second = await scene.ticketFor(sun, { mailbox: 'lin.wei@example.com' })
    expect(await ticketOf(second)).toMatchObject({ privileged: true, alarms: ['stopped_before'] })
    expect(await ticketOf(await scene.ticketFor(chen))).toMatchObject({ privileged: false })
  })

  it('does not warn a security contact who asks themselves', async () => {
    await scene.ticketFor(ma)
    await scene.ticketFor(ma, { mailbox: 'lin.wei@example.com' })
    expect(shown('alarm')).toMatchObject([{ alarms: ['several_mailboxes'] }])
    expect(shown('alarm', ma.user)).toEqual([])
  })

  it('says the same to the requester, alarm or not', async () => {
    await scene.ticketFor(lin)
    await scene.ticketFor(sun, { mailbox: 'lin.wei@example.com' })
    const alarmed = scene.dm(sun).map(({ kind }) => kind)
    const other = await Scene.open()
    await other.ticketFor(sun, { mailbox: 'nobody@example.com' })
    expect(alarmed).toEqual(other.dm(sun).map(({ kind }) => kind))
    expect(scene.news(sun)).toMatchObject({ news: 'received', ticket: { links: [], alarms: [] } })
    await other.store.close()
  })

  it('lets a claim go on that was made before a rival came', async () => {
    const first = await scene.ticketFor(lin)
    await scene.ticketFor(sun, { mailbox: 'lin.wei@example.com' })
    await scene.act(chen, first, { type: 'claim' }, 1)
    expect(await ticketOf(first)).toMatchObject({ state: 'claimed', links: [1002] })
  })
})

describe('checkReset', () => {
  it('raises an alarm when a second factor goes within a day of a new password', async () => {
    const resolve = async (number: number, outcome: 'password_reset' | 'phone_unbound') => {
      await scene.act(chen, number, { type: 'claim' })
      await scene.act(chen, number, { type: 'resolve', outcome, identityCheck: 'callback' })
    }
    await resolve(await scene.ticketFor(lin), 'password_reset')
    await scene.clock.advance(23 * hour)
    const second = await scene.ticketFor(lin)
    await resolve(second, 'phone_unbound')
    expect(await ticketOf(second)).toMatchObject({ alarms: ['repeated', 'second_factor_after_reset'] })
    expect(shown('alarm').map(({ alarms }) => alarms)).toEqual([['repeated'], ['second_factor_after_reset']])
    await scene.clock.advance(25 * hour)
    const later = await scene.ticketFor(lin)
    await resolve(later, 'phone_unbound')
    expect(await ticketOf(later)).toMatchObject({ alarms: [] })
  })
})

describe('the limits of a person', () => {
  it('take three new tickets within a day; the fourth keeps its form, its words and the walk', async () => {
    for (const mailbox of ['a@example.com', 'b@example.com', 'c@example.com']) {
      await scene.ticketFor(lin, { mailbox })
    }
    const modal = await form()
    const refused = await scene.submit(lin, modal, { mailbox: 'd@example.com' })
    expect(refused.fieldErrors).toEqual({ mailbox: 'too_many' })
    expect(await ticketOf(1004)).toBeUndefined()
    expect(await scene.audit(1003)).toContain('U_LIN open refused too_many')
    await scene.clock.advance(deskLimits.escalations.withinMs + 1)
    expect(await scene.submit(lin, modal, { mailbox: 'd@example.com' })).toEqual({
      language: 'en',
      whispers: [],
    })
    expect(await ticketOf(1004)).toMatchObject({ mailbox: 'd@example.com' })
  })

  it('still fold a further request into an open ticket', async () => {
    for (const mailbox of ['a@example.com', 'b@example.com', 'c@example.com']) {
      await scene.ticketFor(lin, { mailbox })
    }
    await scene.submit(lin, await form(), { mailbox: 'A@example.com', note: 'It is worse now.' })
    expect((await ticketOf(1001))?.messages.map(({ text }) => text)).toEqual([
      'Account locked\nIt is worse now.',
    ])
  })

  it('read twenty messages a minute, say so once, and warn of secrets all the same', async () => {
    for (let said = 0; said < deskLimits.messages.most; said += 1) await scene.hear(lin, 'blah')
    const card = scene.card(lin)
    expect((await scene.hear(lin, 'my account is locked')).whispers).toEqual([{ kind: 'too_fast' }])
    expect((await scene.hear(lin, 'my account is locked')).whispers).toEqual([])
    const secret = await scene.hear(lin, 'my password is Tr0ub4dor&3x')
    expect(secret.whispers).toMatchObject([{ kind: 'secret_removed' }])
    expect((await scene.command(lin, 'my account is locked')).whispers).toEqual([{ kind: 'too_fast' }])
    expect(scene.card(lin)).toEqual(card)
    expect((await scene.hear(sun, 'blah')).whispers).toEqual([])
    await scene.clock.advance(deskLimits.messages.withinMs)
    await scene.hear(lin, 'my account is locked')
    expect(scene.card(lin)).not.toEqual(card)
    const heard = await scene.deliver((tx) => tx.person.heard('T1', 'U_LIN'))
    expect(heard).toHaveLength(deskLimits.messages.most + 2)
    expect(heard.at(-1)).toEqual({ team: 'T1', user: 'U_LIN', at: scene.clock.now(), decision: 'accept' })
  })
})

describe('postNewTicket', () => {
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => ({
      ...sun,
      user: `U_N${from + index}`,
      email: `n${from + index}@example.com`,
    }))

  it('lists what comes beyond twenty in ten minutes, in one post, and shows a card when asked', async () => {
    for (const person of many(0, 23)) await scene.ticketFor(person)
    expect(scene.channel()).toHaveLength(20)
    expect(shown('digest').map(({ tickets }) => tickets.map(({ number }) => number))).toEqual([
      [1021, 1022, 1023],
    ])
    await scene.act(chen, 1022, { type: 'claim' })
    expect(scene.channel().map(({ ticket }) => ticket.number)).toContain(1022)
  })

  it('goes back to cards once the storm is over, and begins a new list at the next', async () => {
    for (const person of many(0, 21)) await scene.ticketFor(person)
    await scene.clock.advance(deskLimits.storm.withinMs + 1)
    await scene.ticketFor(lin)
    expect(scene.channel().at(-1)?.ticket.requester.user).toBe('U_LIN')
    for (const person of many(30, 51)) await scene.ticketFor(person)
    expect(shown('digest').map(({ tickets }) => tickets.length)).toEqual([1, 2])
  })

  it('shows a suspected break-in at once, storm or not', async () => {
    for (const person of many(0, 21)) await scene.ticketFor(person)
    const base = await ticketOf(1001)
    if (base === undefined) throw new Error('no ticket')
    const ticket = { ...base, number: 1050, reason: 'compromised', openedAt: scene.clock.now() }
    await scene.deliver((tx) => postNewTicket(tx, scene.context, ticket))
    expect(scene.channel().at(-1)?.ticket.number).toBe(1050)
  })
})

describe('showTicket', () => {
  const show = (person: typeof lin, isPostmaster: boolean, ticket = 1001) =>
    scene.deliver((tx) => showTicket(tx, scene.context, { person, isPostmaster, ticket }))

  it('puts the card at the bottom of the channel for a postmaster, and retires the one above', async () => {
    await scene.ticketFor(lin)
    expect(await show(chen, true)).toEqual({ language: 'en', whispers: [] })
    expect(scene.channel().map(({ retired }) => retired)).toEqual([true, undefined])
  })

  it('does nothing for anybody else, nor for a ticket that is gone or of another team', async () => {
    await scene.ticketFor(lin)
    expect((await show(sun, false)).whispers).toEqual([{ kind: 'refused', reason: 'not_postmaster' }])
    expect((await show({ ...chen, isMember: false }, true)).whispers).toEqual([
      { kind: 'refused', reason: 'not_member' },
    ])
    expect((await show(chen, true, 1009)).whispers).toEqual([{ kind: 'outdated' }])
    expect((await show({ ...chen, team: 'T2' }, true)).whispers).toEqual([{ kind: 'outdated' }])
    expect(scene.channel()).toHaveLength(1)
    expect((await scene.audit(1001)).slice(1)).toEqual([
      'U_SUN show refused not_postmaster',
      'U_CHEN show refused not_member',
    ])
  })
})
