import fc from 'fast-check'
import type { TicketRequest } from '../../src/application/act-on-ticket.ts'
import type { Person } from '../../src/application/ports.ts'
import { owedNotices } from '../../src/desk/owed-notices.ts'
import { closedStates } from '../../src/desk/retention.ts'
import type { Ticket } from '../../src/desk/ticket.ts'
import { chen, guest, lin, ma, Scene, sun } from './scene.ts'

/** One thing that happens: to the first, second or third ticket, to Slack’s directory, or to the process. */
type Deed =
  | { kind: 'act'; at: number; by: Person; action: TicketRequest }
  | { kind: 'close'; at: number; action: TicketRequest }
  | { kind: 'fail'; times: number }
  | { kind: 'wait' }
  | { kind: 'open'; at: number }

/** Somebody else’s mailbox, one’s own, one that nobody in Slack has, and a guest’s. */
const openings: readonly (readonly [Person, string])[] = [
  [lin, sun.email ?? ''],
  [sun, sun.email ?? ''],
  [lin, 'nobody@example.com'],
  [sun, guest.email ?? ''],
]
const at = fc.nat(openings.length - 1)
const closings = fc.constantFrom<TicketRequest>(
  { type: 'decline', reason: 'no_answer' },
  { type: 'resolve', outcome: 'unlocked', identityCheck: 'callback' },
)
const requesters = fc.constantFrom<TicketRequest>({ type: 'cancel' }, { type: 'reopen' }, { type: 'reopen' })

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), at }),
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('close' as const), at, action: closings }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      at,
      by: fc.constantFrom(lin, sun),
      action: requesters,
    }),
  },
  fc.record({ kind: fc.constant('fail' as const), times: fc.integer({ min: 1, max: 5 }) }),
  { weight: 3, arbitrary: fc.constant<Deed>({ kind: 'wait' }) },
)

async function ticketsOf(scene: Scene): Promise<Ticket[]> {
  const found = await Promise.all([1001, 1002, 1003, 1004].map((number) => scene.store.findTicket(number)))
  return found.filter((ticket) => ticket !== undefined)
}

async function perform(scene: Scene, what: Deed, opened: Set<number>): Promise<void> {
  switch (what.kind) {
    case 'open': {
      const [person, mailbox] = openings[what.at] ?? [lin, '']
      if (opened.has(what.at)) return
      opened.add(what.at)
      await scene.ticketFor(person, { mailbox })
      return
    }
    case 'act':
      await scene.act(what.by, 1001 + what.at, what.action)
      return
    case 'close':
      await scene.act(chen, 1001 + what.at, { type: 'claim' })
      await scene.act(chen, 1001 + what.at, what.action)
      return
    case 'fail': {
      let left = what.times
      scene.directory.isDown = () => {
        left -= 1
        return left >= 0
      }
      return
    }
    case 'wait':
      scene.clock.advance(31 * 60_000)
      await scene.drainTimers()
  }
}

/** Each opening and each close told once, in turn, to the one who had to hear, and as many lines on record. */
async function checkTicket(scene: Scene, ticket: Ticket): Promise<void> {
  const { number, notices, reopened, state, owner, requester } = ticket
  expect(owedNotices(ticket)).toEqual([])
  const isClosed = closedStates.includes(state)
  expect(notices).toHaveLength(2 * reopened + (isClosed ? 2 : 1))
  expect(notices.map(({ of }) => of)).toEqual(
    notices.map((_, index) => (index % 2 === 0 ? 'opened' : 'closed')),
  )
  const rows = await scene.deliver((tx) => tx.audit.of(number))
  expect(rows.filter(({ action }) => action === 'inform')).toHaveLength(notices.length)

  const told = (person: Person) => scene.notices(person).filter((each) => each.ticket.number === number)
  const reader = owner !== undefined && owner !== requester.user ? sun : ma
  expect(told(reader).map(({ notice }) => notice.of.replace('reopened', 'opened'))).toEqual(
    notices.map(({ of }) => of),
  )
  expect(told(reader).map(({ live }) => live)).toEqual(
    notices.map((_, index) => index === notices.length - 1),
  )
  for (const person of [lin, sun, ma, guest]) if (person !== reader) expect(told(person)).toEqual([])
  expect(scene.channel().find((view) => view.ticket.number === number)?.ticket.notices).toBeDefined()
}

describe('openings and closings in any order, while look-ups fail now and then', () => {
  it('are each told once, or the reason why not is on record', async () => {
    let closed = 0
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 40 }), async (deeds) => {
        const scene = await Scene.open()
        try {
          const opened = new Set<number>()
          await perform(scene, { kind: 'open', at: 0 }, opened)
          for (const each of deeds) await perform(scene, each, opened)
          scene.directory.isDown = () => false
          await perform(scene, { kind: 'wait' }, opened)
          const tickets = await ticketsOf(scene)
          expect(tickets).toHaveLength(opened.size)
          for (const ticket of tickets) await checkTicket(scene, ticket)
          closed += tickets.flatMap(({ notices }) => notices).filter(({ of }) => of === 'closed').length
        } finally {
          await scene.store.close()
        }
      }),
      { numRuns: 40 },
    )
    expect(closed).toBeGreaterThan(15)
  })
})
