import { actOnTicket, type TicketRequest } from '../../src/application/act-on-ticket.ts'
import { openHome } from '../../src/application/open-home.ts'
import { openTicketForm } from '../../src/application/open-ticket-form.ts'
import type { Person } from '../../src/application/ports.ts'
import { verifyChain } from '../../src/desk/chain-audit.ts'
import { testAudit } from '../support/test-audit.ts'
import { chen, guest, lin, Scene, sun, wang } from './scene.ts'

let scene: Scene
let ticket: number
beforeEach(async () => {
  scene = await Scene.open()
  ticket = await scene.ticketFor(lin)
})
afterEach(() => scene.store.close())

const claim: TicketRequest = { type: 'claim' }
const resolve: TicketRequest = { type: 'resolve', outcome: 'unlocked', identityCheck: 'callback' }

async function resolved(): Promise<void> {
  await scene.act(chen, ticket, claim)
  await scene.act(chen, ticket, resolve)
}

const newsKinds = () => scene.dm(lin).flatMap((view) => (view.kind === 'ticket_news' ? [view.news] : []))

describe('actOnTicket', () => {
  it('claims: the card in the channel changes in place, the requester hears who', async () => {
    expect(await scene.act(chen, ticket, claim)).toEqual({ language: 'en', whispers: [] })
    expect(scene.channel()).toMatchObject([{ ticket: { state: 'claimed', claimedBy: 'U_CHEN' } }])
    expect(scene.news(lin)).toMatchObject({ news: 'claimed', live: true, ticket: { claimedBy: 'U_CHEN' } })
  })

  it('keeps the form of a requester who floods open, and puts no more cards into the channel', async () => {
    for (let each = 0; each < 10; each += 1)
      await scene.act(lin, ticket, { type: 'add', text: `word ${each}` })
    const cards = scene.channel().length
    expect(await scene.act(lin, ticket, { type: 'add', text: 'one more' })).toEqual({
      language: 'en',
      whispers: [],
      fieldErrors: { text: 'too_fast' },
    })
    expect(scene.channel()).toHaveLength(cards)
    expect((await scene.audit(ticket)).at(-1)).toBe('U_LIN add refused too_fast')
  })

  it('takes the buttons from older news', async () => {
    await scene.act(chen, ticket, claim)
    await scene.act(chen, ticket, { type: 'release' })
    const live = scene.dm(lin).flatMap((view) => (view.kind === 'ticket_news' ? [view.live] : []))
    expect(live).toEqual([false, false, true])
  })

  it('passes a reply on, in words', async () => {
    await scene.act(chen, ticket, { type: 'reply', text: 'I will call you at 3.' })
    expect(scene.news(lin)).toMatchObject({ news: 'answered', text: 'I will call you at 3.' })
    expect(scene.channel()).toMatchObject([{ ticket: { messages: [{ from: 'postmaster' }] } }])
  })

  it('brings what the requester adds to the bottom of the channel, and retires the card above', async () => {
    await scene.act(lin, ticket, { type: 'add', text: 'I am at my desk.' })
    expect(scene.channel()).toMatchObject([
      { retired: true },
      { ticket: { messages: [{ from: 'requester', text: 'I am at my desk.' }] } },
    ])
    expect(scene.channel()[1]?.retired).toBeUndefined()
    expect(scene.news(lin)).toMatchObject({ news: 'added', text: 'I am at my desk.' })
  })

  it('passes on once what a form says that was sent twice, and writes the second down', async () => {
    const reply: TicketRequest = { type: 'reply', text: 'I will call you at 3.' }
    await scene.act(chen, ticket, reply, 1)
    expect(await scene.act(chen, ticket, reply, 1)).toEqual({ language: 'en', whispers: [] })
    expect(newsKinds()).toEqual(['opened', 'answered'])
    expect((await scene.audit(ticket)).at(-1)).toBe('U_CHEN reply late open')
  })

  it('passes on the same words twice when they are said anew, or by somebody else', async () => {
    const reply: TicketRequest = { type: 'reply', text: 'Please call me back.' }
    await scene.act(chen, ticket, reply, 1)
    await scene.act(chen, ticket, reply)
    await scene.act(wang, ticket, reply, 1)
    expect(newsKinds()).toEqual(['opened', 'answered', 'answered', 'answered'])
  })

  it('resolves, asks whether it worked, and takes a yes', async () => {
    await resolved()
    expect(scene.news(lin)).toMatchObject({ news: 'resolved', live: true })
    await scene.act(lin, ticket, { type: 'confirm' })
    expect(scene.news(lin).news).toBe('confirmed')
    expect(scene.channel()).toMatchObject([
      { ticket: { state: 'resolved', identityCheck: 'callback', confirmedAt: scene.clock.now() } },
    ])
  })

  it('takes a no: open again, at the bottom of the channel', async () => {
    await resolved()
    await scene.act(lin, ticket, { type: 'reopen' })
    expect(scene.news(lin).news).toBe('reopened')
    expect(scene.channel()).toMatchObject([{ retired: true }, { ticket: { state: 'open', reopened: 1 } }])
    await scene.act(wang, ticket, claim)
    expect(scene.channel()).toMatchObject([{ retired: true }, { ticket: { claimedBy: 'U_WANG' } }])
  })

  it('does not reopen a case beside a newer one for the same mailbox', async () => {
    await resolved()
    const newer = await scene.ticketFor(lin)
    expect((await scene.act(lin, ticket, { type: 'reopen' })).whispers).toEqual([])
    expect(scene.news(lin)).toMatchObject({ news: 'already_open', ticket: { number: newer } })
    expect((await scene.audit(ticket)).at(-1)).toBe('U_LIN reopen refused already_open')
  })

  it('cancels at the requester’s word', async () => {
    await scene.act(lin, ticket, { type: 'cancel' })
    expect(scene.news(lin).news).toBe('cancelled')
    expect(scene.channel()).toMatchObject([{ ticket: { state: 'cancelled' } }])
  })

  it('tells the requester everything, in order', async () => {
    await resolved()
    await scene.act(lin, ticket, { type: 'reopen' })
    expect(newsKinds()).toEqual(['opened', 'claimed', 'resolved', 'reopened'])
  })

  it('speaks the language the requester uses now', async () => {
    await scene.command(lin, 'language zh')
    await scene.act(chen, ticket, claim)
    expect(scene.news(lin).language).toBe('zh')
  })

  it('refreshes the requester’s Home tab, if they ever opened it', async () => {
    await scene.deliver((tx) => openHome(tx, scene.context, { person: lin, isPostmaster: false }))
    await scene.act(chen, ticket, claim)
    expect(scene.home(lin)?.ticket).toMatchObject({ number: ticket, state: 'claimed' })
    await scene.act(lin, ticket, { type: 'cancel' })
    expect(scene.home(lin)?.ticket).toBeUndefined()
    expect(scene.home(chen)).toBeUndefined()
  })
})

describe('actOnTicket, too late', () => {
  it('lets one of two claims through and names the faster', async () => {
    const at = scene.clock.now()
    const [one, other] = await Promise.all([
      scene.act(chen, ticket, claim, 1),
      scene.act(wang, ticket, claim, 1),
    ])
    expect(one.whispers).toEqual([])
    expect(other.whispers).toMatchObject([{ kind: 'late', by: 'U_CHEN', at }])
    expect(scene.channel()).toMatchObject([{ ticket: { claimedBy: 'U_CHEN' } }])
    expect((await scene.audit(ticket)).slice(1)).toEqual([
      'U_CHEN claim done claimed',
      'U_WANG claim late claimed',
    ])
  })

  it('names whoever released it, though the ticket keeps no such name', async () => {
    await scene.act(chen, ticket, claim)
    const at = scene.clock.now()
    await scene.act(wang, ticket, { type: 'release' })
    const reply = await scene.act(chen, ticket, resolve, 2)
    expect(reply.whispers).toMatchObject([{ kind: 'late', by: 'U_WANG', at }])
  })

  it('changes nothing', async () => {
    await resolved()
    const before = JSON.stringify([scene.channel(), scene.dm(lin)])
    await scene.act(wang, ticket, claim)
    await scene.act(lin, ticket, { type: 'cancel' })
    expect(JSON.stringify([scene.channel(), scene.dm(lin)])).toBe(before)
  })
})

describe('actOnTicket, refused', () => {
  it.each<[string, Person, TicketRequest, string]>([
    ['somebody who is no postmaster', sun, claim, 'not_postmaster'],
    ['somebody who did not ask', sun, { type: 'cancel' }, 'not_requester'],
    ['a postmaster in the requester’s place', chen, { type: 'reopen' }, 'not_requester'],
  ])('refuses %s, on record', async (_, person, action, reason) => {
    const reply = await scene.act(person, ticket, action)
    expect(reply.whispers).toEqual([{ kind: 'refused', reason }])
    expect((await scene.audit(ticket)).at(-1)).toBe(`${person.user} ${action.type} refused ${reason}`)
    expect(scene.channel()).toMatchObject([{ ticket: { version: 1 } }])
  })

  it('lets no postmaster act on their own ticket', async () => {
    const own = await scene.ticketFor(chen)
    expect((await scene.act(chen, own, claim)).whispers).toEqual([{ kind: 'refused', reason: 'own_ticket' }])
    expect((await scene.act(wang, own, claim)).whispers).toEqual([])
  })

  it('refuses people who are no members, on record', async () => {
    const reply = await scene.act(guest, ticket, claim)
    expect(reply.whispers).toEqual([{ kind: 'refused', reason: 'not_member' }])
    expect((await scene.audit(ticket)).at(-1)).toBe('U_GUEST claim refused not_member')
  })

  it('refuses a requester who is a member no more', async () => {
    const reply = await scene.act({ ...lin, isMember: false }, ticket, { type: 'cancel' })
    expect(reply.whispers).toEqual([{ kind: 'refused', reason: 'not_member' }])
  })

  it('says that a ticket which does not exist is of the past', async () => {
    const click = { person: chen, isPostmaster: true, ticket: 9999, version: 1, action: claim }
    const reply = await scene.deliver((tx) => actOnTicket(tx, scene.context, click))
    expect(reply.whispers).toEqual([{ kind: 'outdated' }])
  })
})

describe('actOnTicket, with a secret', () => {
  it('relays a reply without it, and warns the postmaster', async () => {
    const text = 'Unlocked. The new password is Tr0ub4dor&3xyz'
    const reply = await scene.act(chen, ticket, { type: 'reply', text })
    expect(reply.whispers).toMatchObject([{ kind: 'secret_removed', typedIn: 'reply' }])
    expect(scene.news(lin).text).toContain('[secret removed: password]')
    expect(JSON.stringify([...scene.shown.values()])).not.toContain('Tr0ub4dor')
  })

  it('relays nothing when there is nothing else', async () => {
    const reply = await scene.act(lin, ticket, { type: 'add', text: 'my password is Tr0ub4dor&3xyz' })
    expect(reply).toMatchObject({ fieldErrors: { text: 'missing' }, whispers: [{ kind: 'secret_removed' }] })
    expect(scene.channel()).toMatchObject([{ ticket: { version: 1 } }])
  })
})

describe('the audit of a ticket', () => {
  it('has a chained row for each thing that happened, and no words', async () => {
    await resolved()
    await scene.act(lin, ticket, { type: 'reopen' })
    const rows = await scene.deliver((tx) => tx.audit.of(ticket))
    expect(verifyChain(testAudit.auditKey, rows)).toBeUndefined()
    expect(rows.map(({ action, decision, to }) => [action, decision, to])).toEqual([
      ['open', 'done', 'open'],
      ['claim', 'done', 'claimed'],
      ['resolve', 'done', 'resolved'],
      ['reopen', 'done', 'open'],
    ])
  })
})

describe('openTicketForm', () => {
  const open = (person: Person, form: 'reply' | 'resolve' | 'add', version = 1) => {
    const isPostmaster = person === chen || person === wang
    return scene.deliver((tx) =>
      openTicketForm(tx, scene.context, { person, isPostmaster, ticket, version, form }),
    )
  }

  it('opens a form for whoever may send it', async () => {
    expect((await open(chen, 'reply')).modal).toEqual({ kind: 'reply', ticket, version: 1 })
    expect((await open(lin, 'add')).modal).toEqual({ kind: 'add', ticket, version: 1 })
    await scene.act(chen, ticket, claim)
    expect((await open(chen, 'resolve', 2)).modal).toEqual({ kind: 'resolve', ticket, version: 2 })
  })

  it('refuses everybody else, on record', async () => {
    expect(await open(sun, 'resolve')).toEqual({
      language: 'en',
      whispers: [{ kind: 'refused', reason: 'not_postmaster' }],
    })
    expect((await open(guest, 'add')).whispers).toEqual([{ kind: 'refused', reason: 'not_member' }])
    expect((await scene.audit(ticket)).slice(1)).toEqual([
      'U_SUN resolve refused not_postmaster',
      'U_GUEST add refused not_member',
    ])
  })

  it('names whoever was faster', async () => {
    await scene.act(chen, ticket, claim)
    const reply = await open(wang, 'resolve', 2)
    expect(reply.whispers).toMatchObject([{ kind: 'late', by: 'U_CHEN' }])
    expect(reply.modal).toBeUndefined()
  })
})
