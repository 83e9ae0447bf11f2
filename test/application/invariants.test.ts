import fc from 'fast-check'
import type { TicketRequest } from '../../src/application/act-on-ticket.ts'
import type { Person } from '../../src/application/ports.ts'
import { isBySomebodyInSlack } from '../../src/desk/audit.ts'
import { verifyChain } from '../../src/desk/chain-audit.ts'
import { forRequester } from '../../src/desk/for-requester.ts'
import { Ticket } from '../../src/desk/ticket.ts'
import type { GuideEvent } from '../../src/guide/events.ts'
import { testAudit } from '../support/test-audit.ts'
import { chen, lin, Scene, sun, wang } from './scene.ts'

/** One thing that somebody does. */
type Deed =
  | { kind: 'say'; person: Person; text: string }
  | { kind: 'press'; person: Person; event: GuideEvent; age: number }
  | { kind: 'submit'; person: Person; mailbox: string }
  | { kind: 'act'; person: Person; ticket: number; action: TicketRequest; age: number }

const mailboxes = ['lin.wei@example.com', 'LIN.WEI@example.com', 'sales@example.com']

const employee = fc.constantFrom(lin, sun)
const anybody = fc.constantFrom(lin, sun, chen, wang)
const age = fc.constantFrom(0, 0, 0, 1, 2)

const event = fc.oneof(
  fc.constantFrom<GuideEvent>({ type: 'back' }, { type: 'start_over' }, { type: 'asked_for_postmaster' }),
  fc
    .constantFrom('closed', 'in', 'cannot_wait', 'yes', 'no')
    .map((choice): GuideEvent => ({ type: 'chose', choice })),
)

const action = fc.constantFrom<TicketRequest>(
  { type: 'claim' },
  { type: 'claim' },
  { type: 'release' },
  { type: 'reply', text: 'We are looking.' },
  { type: 'resolve', outcome: 'unlocked', identityCheck: 'callback' },
  { type: 'decline', reason: 'no_answer' },
  { type: 'ask', text: 'Which phone?' },
  { type: 'note', text: 'Not for the requester.' },
  { type: 'hand', to: { person: wang, isPostmaster: true } },
  { type: 'hand', to: { person: sun, isPostmaster: false } },
  { type: 'add', text: 'I am at my desk.' },
  { type: 'cancel' },
  { type: 'confirm' },
  { type: 'reopen' },
  { type: 'approve', identityCheck: 'callback' },
  { type: 'freeze' },
  { type: 'unfreeze', identityCheck: 'callback' },
)

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('say' as const),
    person: employee,
    text: fc.constantFrom('my account is locked', 'I forgot my password', 'blah', 'how is my case', 'thanks'),
  }),
  fc.record({ kind: fc.constant('press' as const), person: employee, event, age }),
  fc.record({
    kind: fc.constant('submit' as const),
    person: employee,
    mailbox: fc.constantFrom(...mailboxes),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      person: anybody,
      ticket: fc.constantFrom(1001, 1002, 1003),
      action,
      age,
    }),
  },
)

async function perform(scene: Scene, what: Deed): Promise<void> {
  switch (what.kind) {
    case 'say':
      await scene.hear(what.person, what.text)
      return
    case 'press': {
      const { session, version } = (await latest(scene, what.person)) ?? { session: 'none', version: 1 }
      await scene.press(what.person, what.event, { session, version: version - what.age })
      return
    }
    case 'submit': {
      const { session, version } = (await latest(scene, what.person)) ?? { session: 'none', version: 1 }
      const form = { kind: 'hand_over', session, version } as const
      await scene.submit(what.person, form, { mailbox: what.mailbox })
      return
    }
    case 'act': {
      const ticket = await scene.deliver((tx) => tx.tickets.find(what.ticket))
      const version = (ticket?.version ?? 1) - what.age
      await scene.act(what.person, what.ticket, what.action, version)
    }
  }
}

async function latest(scene: Scene, person: Person) {
  const found = await scene.deliver((tx) => tx.sessions.latest(person.team, person.user))
  return found && { session: found.id, version: found.version }
}

async function ticketsOf(scene: Scene): Promise<Ticket[]> {
  const found = await scene.deliver((tx) => Promise.all([1001, 1002, 1003, 1004].map(tx.tickets.find)))
  return found.filter((ticket) => ticket !== undefined)
}

/** What must hold of a ticket after anything at all. */
async function checkTicket(scene: Scene, ticket: Ticket): Promise<void> {
  expect(Ticket.parse(ticket)).toEqual(ticket)
  const { state, claimedBy, identityCheck, outcome, requester } = ticket
  if (state === 'claimed' || state === 'waiting') expect([chen.user, wang.user]).toContain(claimedBy)
  if (state === 'open') expect(claimedBy).toBeUndefined()
  expect(claimedBy).not.toBe(requester.user)
  expect(state === 'declined').toBe(ticket.declineReason !== undefined)
  expect(identityCheck !== undefined && outcome !== undefined).toBe(state === 'resolved')

  const rows = await scene.deliver((tx) => tx.audit.of(ticket.number))
  expect(verifyChain(testAudit.auditKey, rows)).toBeUndefined()
  const done = rows.filter((row) => row.decision === 'done' && isBySomebodyInSlack(row))
  expect(done).toHaveLength(ticket.version)
  expect(done.at(-1)?.to).toBe(state)

  const cards = scene.channel().filter((view) => view.ticket.number === ticket.number)
  expect(cards.filter((view) => view.retired !== true).map((view) => view.ticket)).toEqual([ticket])
}

/** What must hold of a person's DM after anything at all. */
async function checkDm(scene: Scene, person: Person): Promise<void> {
  const session = await latest(scene, person)
  const cards = scene.dm(person).filter((view) => view.kind === 'card')
  const live = cards.filter((view) => view.screen.kind !== 'ended')
  expect(live.length).toBeLessThanOrEqual(1)
  if (session !== undefined) {
    expect(cards.at(-1)).toMatchObject({ session: session.session, version: session.version })
  }
  const news = scene.dm(person).filter((view) => view.kind === 'ticket_news')
  for (const number of new Set(news.map((view) => view.ticket.number))) {
    const ofTicket = news.filter((view) => view.ticket.number === number)
    expect(ofTicket.map((view) => view.live)).toEqual(
      ofTicket.map((_, index) => index === ofTicket.length - 1),
    )
  }
}

/** The buttons that a requester has are for the ticket as it is now. */
function checkNews(scene: Scene, ticket: Ticket): void {
  const { user } = ticket.requester
  const person = user === lin.user ? lin : sun
  const news = scene.dm(person).filter((view) => view.kind === 'ticket_news')
  expect(news.filter((view) => view.ticket.number === ticket.number).at(-1)?.ticket).toEqual(
    forRequester(ticket),
  )
  expect(JSON.stringify(scene.dm(person))).not.toContain('Not for the requester')
}

async function checkAll(scene: Scene): Promise<void> {
  const tickets = await ticketsOf(scene)
  const open = tickets.filter(({ state }) => ['open', 'claimed', 'waiting'].includes(state))
  const asked = open.map(({ requester, mailbox }) => `${requester.user} ${mailbox.toLowerCase()}`)
  expect(new Set(asked).size).toBe(asked.length)
  for (const ticket of tickets) {
    await checkTicket(scene, ticket)
    checkNews(scene, ticket)
  }
  for (const person of [lin, sun]) await checkDm(scene, person)
}

describe('two people and two postmasters, in any order', () => {
  it('never break what holds of tickets, audit rows and posts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 40 }), async (deeds) => {
        const scene = await Scene.open()
        try {
          await scene.ticketFor(lin)
          for (const each of deeds) {
            await perform(scene, each)
            await checkAll(scene)
          }
        } finally {
          await scene.store.close()
        }
      }),
      { numRuns: 25 },
    )
  })

  it('leave an audit row for each action on a ticket, done or not', async () => {
    const acts = fc.array(fc.record({ person: anybody, action, age }), { minLength: 1, maxLength: 15 })
    await fc.assert(
      fc.asyncProperty(acts, async (all) => {
        const scene = await Scene.open()
        const ticket = await scene.ticketFor(lin)
        for (const { person, action: what, age: old } of all) {
          const version = (await scene.deliver((tx) => tx.tickets.find(ticket)))?.version ?? 1
          await scene.act(person, ticket, what, version - old)
        }
        expect(await scene.audit(ticket)).toHaveLength(1 + all.length)
        await scene.store.close()
      }),
      { numRuns: 25 },
    )
  })
})
