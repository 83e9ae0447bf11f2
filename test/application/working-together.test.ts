import { openHome } from '../../src/application/open-home.ts'
import { openTicketForm } from '../../src/application/open-ticket-form.ts'
import type { Person } from '../../src/application/ports.ts'
import { reopenDays } from '../../src/desk/held-up.ts'
import { chen, guest, lin, Scene, sun, wang } from './scene.ts'

let scene: Scene
let ticket: number
beforeEach(async () => {
  scene = await Scene.open()
  ticket = await scene.ticketFor(lin)
})
afterEach(() => scene.store.close())

const resolve = { type: 'resolve', outcome: 'unlocked', identityCheck: 'callback' } as const
const colleague = (person: Person, isPostmaster = true) => ({ person, isPostmaster })
const newsKinds = () => scene.dm(lin).flatMap((view) => (view.kind === 'ticket_news' ? [view.news] : []))

/** What any post shows a person, as one text. */
const seenBy = (person: Person): string => JSON.stringify([scene.dm(person), scene.home(person)])

async function waiting(): Promise<void> {
  await scene.act(chen, ticket, { type: 'claim' })
  await scene.act(chen, ticket, { type: 'ask', text: 'Which phone did you lose?' })
}

describe('a question to the requester', () => {
  it('is heard with the words, and the ticket waits', async () => {
    await waiting()
    expect(scene.news(lin)).toMatchObject({ news: 'asked', text: 'Which phone did you lose?', live: true })
    expect(scene.channel()).toMatchObject([{ ticket: { state: 'waiting', claimedBy: 'U_CHEN' } }])
  })

  it('brings the ticket back with the answer, at the bottom of the channel, where its claimer is named', async () => {
    await waiting()
    await scene.act(lin, ticket, { type: 'add', text: 'The grey one.' })
    expect(scene.channel()).toMatchObject([
      { retired: true },
      {
        ticket: {
          state: 'claimed',
          claimedBy: 'U_CHEN',
          lastMove: { action: 'add', user: 'U_LIN' },
          messages: [{ from: 'postmaster' }, { from: 'requester', text: 'The grey one.' }],
        },
      },
    ])
  })

  it('is answered by just writing, with secrets removed', async () => {
    await waiting()
    const reply = await scene.hear(lin, 'the grey one, and my password is Tr0ub4dor&3xyz')
    expect(reply.whispers).toMatchObject([{ kind: 'secret_removed', typedIn: 'dm' }])
    expect(scene.channel().at(-1)).toMatchObject({
      ticket: { state: 'claimed', messages: [{ from: 'postmaster' }, { from: 'requester' }] },
    })
    expect(scene.channel().at(-1)?.ticket.messages.at(-1)?.text).toContain('the grey one')
    expect(JSON.stringify([...scene.shown.values()])).not.toContain('Tr0ub4dor')
    expect(scene.news(lin)).toMatchObject({ news: 'added', live: true })
  })

  it('takes no words for the answer that are said on a walk, in a channel or once it is answered', async () => {
    await waiting()
    await scene.hear(lin, 'blah', { via: 'mention' })
    expect(scene.channel().at(-1)?.ticket.state).toBe('waiting')
    await scene.hear(lin, 'my account is locked')
    expect(scene.channel().at(-1)?.ticket.state).toBe('waiting')
    await scene.command(lin, 'cancel')
    await scene.hear(lin, 'blah')
    expect(scene.channel().at(-1)?.ticket.state).toBe('claimed')
    await scene.hear(lin, 'blah')
    expect(scene.channel().at(-1)?.ticket.messages).toHaveLength(2)
  })

  it('is said again to whoever asks how their case is', async () => {
    await waiting()
    await scene.hear(lin, 'how is my case')
    expect(scene.news(lin)).toMatchObject({ news: 'asked', text: 'Which phone did you lose?', live: true })
  })
})

describe('handing on', () => {
  it('makes the colleague the claimer, calls them in the channel, and tells the requester', async () => {
    await scene.act(chen, ticket, { type: 'claim' })
    expect((await scene.act(chen, ticket, { type: 'hand', to: colleague(wang) })).whispers).toEqual([])
    expect(scene.channel()).toMatchObject([{ retired: true }, { ticket: { claimedBy: 'U_WANG' } }])
    expect(scene.news(lin)).toMatchObject({ news: 'claimed', ticket: { claimedBy: 'U_WANG' } })
    expect((await scene.audit(ticket)).at(-1)).toBe('U_CHEN hand done claimed U_WANG')
  })

  it.each([
    ['somebody who is no postmaster', colleague(sun, false)],
    ['a postmaster who is no full member any more', colleague({ ...wang, isMember: false })],
    ['the requester', colleague(lin)],
    ['the owner of the mailbox', colleague({ ...wang, email: 'Lin.Wei@example.cn' })],
  ])('is refused for %s: on record, with the form left open', async (_, to) => {
    await scene.act(chen, ticket, { type: 'claim' })
    const reply = await scene.act(chen, ticket, { type: 'hand', to })
    expect(reply).toEqual({ language: 'en', whispers: [], fieldErrors: { to: 'target_unfit' } })
    expect((await scene.audit(ticket)).at(-1)).toBe('U_CHEN hand refused target_unfit')
    expect(scene.channel()).toMatchObject([{ ticket: { claimedBy: 'U_CHEN', version: 2 } }])
  })

  it('is for the claimer; whoever else tries is told who that is', async () => {
    await scene.act(chen, ticket, { type: 'claim' })
    const reply = await scene.act(wang, ticket, { type: 'hand', to: colleague(wang) })
    expect(reply.whispers).toMatchObject([{ kind: 'late', action: 'claim', by: 'U_CHEN' }])
  })
})

describe('a note', () => {
  const note = { type: 'note', text: 'Sounds like an impostor.' } as const

  it('stands on the postmasters’ card and nowhere else, whatever happens later', async () => {
    await scene.deliver((tx) => openHome(tx, scene.context, { person: lin, isPostmaster: false }))
    await scene.act(chen, ticket, note)
    await scene.act(chen, ticket, { type: 'claim' })
    await scene.act(lin, ticket, { type: 'add', text: 'Any news?' })
    await scene.command(lin, 'status')
    expect(scene.channel().at(-1)?.ticket.notes).toMatchObject([{ user: 'U_CHEN', text: note.text }])
    expect(seenBy(lin)).not.toContain('impostor')
    expect(newsKinds()).not.toContain('answered')
  })

  it('leaves the requester’s buttons working, and is not named to them', async () => {
    await scene.act(chen, ticket, note)
    const { version } = scene.news(lin).ticket
    expect(version).toBe(2)
    const late = await scene.act(lin, ticket, { type: 'cancel' }, 1)
    expect(late.whispers).toEqual([{ kind: 'late' }])
    expect((await scene.act(lin, ticket, { type: 'cancel' }, version)).whispers).toEqual([])
  })

  it('is kept without secrets', async () => {
    const reply = await scene.act(chen, ticket, {
      ...note,
      text: 'Set it; the new password is Tr0ub4dor&3xyz',
    })
    expect(reply.whispers).toMatchObject([{ kind: 'secret_removed' }])
    expect(JSON.stringify([...scene.shown.values()])).not.toContain('Tr0ub4dor')
  })
})

describe('declining', () => {
  const decline = { type: 'decline', reason: 'identity_not_confirmed' } as const

  it('closes the ticket with its reason, and tells the requester that and the postmaster’s words', async () => {
    await scene.act(chen, ticket, { type: 'claim' })
    await scene.act(chen, ticket, { ...decline, text: 'See you at the desk.' })
    expect(scene.channel()).toMatchObject([{ ticket: { state: 'declined', declineReason: decline.reason } }])
    expect(scene.news(lin)).toMatchObject({ news: 'declined', text: 'See you at the desk.', live: true })
    expect((await scene.audit(ticket)).at(-1)).toBe('U_CHEN decline done declined identity_not_confirmed')
  })

  it('needs no words, and keeps none that were only a secret', async () => {
    await scene.act(chen, ticket, { type: 'claim' })
    const reply = await scene.act(chen, ticket, { ...decline, text: 'my password is Tr0ub4dor&3xyz' })
    expect(reply.fieldErrors).toBeUndefined()
    expect(scene.news(lin).news).toBe('declined')
    expect(scene.news(lin).text).toBeUndefined()
  })

  it('leaves the way to a new case open', async () => {
    await scene.act(chen, ticket, { type: 'claim' })
    await scene.act(chen, ticket, decline)
    expect(await scene.ticketFor(lin)).toBe(ticket + 1)
  })
})

describe('reopening', () => {
  it('is over after seven days: on record, and the requester is told', async () => {
    await scene.act(chen, ticket, { type: 'claim' })
    await scene.act(chen, ticket, resolve)
    await scene.clock.advance(reopenDays * 24 * 3_600_000)
    const { version } = scene.news(lin).ticket
    await scene.clock.advance(1)
    const reply = await scene.act(lin, ticket, { type: 'reopen' }, version)
    expect(reply.whispers).toEqual([{ kind: 'refused', reason: 'reopen_over' }])
    expect((await scene.audit(ticket)).at(-1)).toBe('U_LIN reopen refused reopen_over')
    expect(await scene.ticketFor(lin)).toBe(ticket + 1)
  })

  it('works to the very end of the seventh day', async () => {
    await scene.act(chen, ticket, { type: 'claim' })
    await scene.act(chen, ticket, resolve)
    await scene.clock.advance(reopenDays * 24 * 3_600_000)
    await scene.act(lin, ticket, { type: 'reopen' })
    expect(scene.channel().at(-1)).toMatchObject({
      ticket: { state: 'open', closedBefore: { state: 'resolved', by: 'U_CHEN' } },
    })
  })
})

describe('a click on something of the past', () => {
  it('draws the card again, and tells who was faster', async () => {
    await scene.act(chen, ticket, { type: 'claim' })
    const before = scene.shown.get(`ticket:${ticket}`)?.revision ?? 0
    const reply = await scene.act(wang, ticket, { type: 'claim' }, 1)
    expect(reply.whispers).toMatchObject([{ kind: 'late', action: 'claim', by: 'U_CHEN' }])
    expect(scene.shown.get(`ticket:${ticket}`)?.revision).toBe(before + 1)
  })
})

describe('a form whose right was withdrawn meanwhile', () => {
  it.each([
    ['no postmaster any more', chen, false, 'not_postmaster'],
    ['no member any more', { ...chen, isMember: false }, true, 'not_member'],
  ] as const)(
    'is refused to whoever is %s: audited, the ticket unchanged',
    async (_, person, isPostmaster, why) => {
      await scene.act(chen, ticket, { type: 'claim' })
      const version = 2
      const click = { ticket, version, form: 'resolve' } as const
      const opened = await scene.deliver((tx) =>
        openTicketForm(tx, scene.context, { ...click, person: chen, isPostmaster: true }),
      )
      expect(opened.modal).toMatchObject({ kind: 'resolve' })
      const reply = await scene.act(person, ticket, resolve, version, isPostmaster)
      expect(reply.whispers).toEqual([{ kind: 'refused', reason: why }])
      expect((await scene.audit(ticket)).at(-1)).toBe(`U_CHEN resolve refused ${why}`)
      expect(scene.channel().at(-1)).toMatchObject({ ticket: { state: 'claimed', version } })
    },
  )
})

describe('a report about somebody else’s mailbox', () => {
  let report: number
  const mailbox = 'sales@example.com'
  beforeEach(async () => {
    report = await scene.ticketFor(sun, { mailbox })
  })

  const heard = () => scene.dm(sun).flatMap((view) => (view.kind === 'ticket_news' ? [view.news] : []))

  it('is opened as one, whoever says whose mailbox it is', async () => {
    expect(scene.channel().at(-1)?.ticket).toMatchObject({ match: 'different', onBehalfOf: true })
    const said = await scene.ticketFor(wang, { onBehalfOf: true })
    expect(scene.channel().at(-1)?.ticket).toMatchObject({ number: said, match: 'same', onBehalfOf: true })
  })

  it('is heard of as received and nothing else, from claim to close', async () => {
    const before = seenBy(sun)
    await scene.act(chen, report, { type: 'claim' })
    await scene.act(chen, report, { type: 'note', text: 'Owner called.' })
    await scene.act(chen, report, resolve)
    expect(heard()).toEqual(['received'])
    expect(seenBy(sun).replaceAll(/"version":\d+/g, '')).toBe(before.replaceAll(/"version":\d+/g, ''))
  })

  it('tells its requester nothing of its end, whatever they press or ask', async () => {
    await scene.act(chen, report, { type: 'claim' })
    await scene.act(chen, report, { type: 'decline', reason: 'not_their_mailbox' })
    for (const action of [{ type: 'cancel' }, { type: 'reopen' }, { type: 'confirm' }] as const) {
      expect((await scene.act(sun, report, action)).whispers).toEqual([{ kind: 'received' }])
    }
    const { whispers } = await scene.command(sun, 'status')
    expect(whispers).toMatchObject([{ kind: 'status', ticket: { number: report, state: 'open' } }])
    await scene.hear(sun, 'how is my case')
    expect(scene.news(sun)).toMatchObject({ news: 'received', ticket: { state: 'open' } })
  })

  it('passes on a postmaster’s own question, and the answer', async () => {
    await scene.act(chen, report, { type: 'claim' })
    await scene.act(chen, report, { type: 'ask', text: 'Who uses it?' })
    expect(scene.news(sun)).toMatchObject({ news: 'asked', ticket: { state: 'waiting' } })
    await scene.act(sun, report, { type: 'add', text: 'The whole team.' })
    expect(scene.channel().at(-1)).toMatchObject({ ticket: { state: 'claimed' } })
  })

  it('sounds the same whether such a mailbox exists or not', async () => {
    const words = async (person: Person, asked: string): Promise<string> => {
      await scene.ticketFor(person, { mailbox: asked })
      const { timeZone: _zone, ...news } = scene.news(person)
      const { number, mailbox: shown, ...rest } = news.ticket
      expect(shown).toBe(asked)
      expect(number).toBeGreaterThan(1000)
      return JSON.stringify({ ...news, ticket: { ...rest, requester: undefined } })
    }
    expect(await words(wang, 'chen.jie@example.com')).toBe(await words(chen, 'nobody.at.all@example.com'))
  })
})

describe('the mailbox in the form', () => {
  const submit = async (mailbox: string) => {
    await scene.hear(sun, 'my account is locked')
    await scene.choose(sun, 'closed', 'cannot_wait')
    const { modal } = await scene.press(sun, { type: 'asked_for_postmaster' })
    return await scene.submit(sun, modal, { mailbox })
  }

  it('is an alias in another domain of the company', async () => {
    await submit('Sun.Li@Example.cn')
    expect(scene.channel().at(-1)?.ticket).toMatchObject({ match: 'alias', onBehalfOf: false })
    expect(scene.news(sun).news).toBe('opened')
  })

  it('is refused, with the form left open, where its letters only look right', async () => {
    const before = scene.channel().length
    expect((await submit('sun.li@exаmple.com')).fieldErrors).toEqual({ mailbox: 'mailbox_look_alike' })
    expect(scene.channel()).toHaveLength(before)
  })
})

describe('a guest', () => {
  it('is refused each action, on record', async () => {
    expect((await scene.act(guest, ticket, { type: 'note', text: 'x' })).whispers).toEqual([
      { kind: 'refused', reason: 'not_member' },
    ])
    expect((await scene.audit(ticket)).at(-1)).toBe('U_GUEST note refused not_member')
  })
})
