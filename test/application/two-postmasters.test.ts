import type { TicketRequest } from '../../src/application/act-on-ticket.ts'
import type { Person } from '../../src/application/ports.ts'
import { timerDue } from '../../src/application/timer-due.ts'
import type { Ticket } from '../../src/desk/ticket.ts'
import { chen, lin, Scene, sun, wang } from './scene.ts'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(() => scene.store.close())

const minute = 60_000
const approve = { type: 'approve', identityCheck: 'callback' } as const
const resolve = { type: 'resolve', outcome: 'unlocked', identityCheck: 'callback' } as const

/** The ticket as something that is not its requester's to do left it. */
async function changed(number: number, change: Partial<Ticket>): Promise<void> {
  await scene.deliver(async (tx) => {
    const ticket = await tx.tickets.find(number)
    if (ticket === undefined) throw new Error('no ticket')
    await tx.tickets.amend({ ...ticket, ...change })
  })
}

async function stored(number: number): Promise<Ticket> {
  const ticket = await scene.deliver((tx) => tx.tickets.find(number))
  if (ticket === undefined) throw new Error('no ticket')
  return ticket
}

/** Lets all timers run that are due now. */
async function runTimers(): Promise<void> {
  for (const timer of await scene.store.dueTimers(scene.clock.now(), 10)) {
    await scene.deliver((tx) => timerDue(tx, scene.context, timer))
  }
}

const whispered = async (person: Person, ticket: number, action: TicketRequest) =>
  (await scene.act(person, ticket, action)).whispers

describe('a ticket that takes two postmasters', () => {
  let ticket: number
  beforeEach(async () => {
    ticket = await scene.ticketFor(lin)
    await changed(ticket, { privileged: true })
    await scene.act(chen, ticket, { type: 'claim' })
  })

  it('is resolved after two approvals, each a line of the audit with its method, and calls the colleague', async () => {
    expect(await whispered(chen, ticket, resolve)).toEqual([{ kind: 'refused', reason: 'approvals_missing' }])
    expect(await whispered(chen, ticket, approve)).toEqual([])
    expect(scene.channel()).toMatchObject([
      { retired: true },
      { ticket: { approvals: [{ user: 'U_CHEN' }] } },
    ])
    expect(await whispered(wang, ticket, { ...approve, identityCheck: 'in_person' })).toEqual([])
    expect(await whispered(chen, ticket, resolve)).toEqual([])
    expect((await scene.audit(ticket)).slice(-4)).toEqual([
      'U_CHEN resolve refused approvals_missing',
      'U_CHEN approve done claimed callback',
      'U_WANG approve done claimed in_person',
      'U_CHEN resolve done resolved callback',
    ])
  })

  it('tells whoever approves twice until when the first one counts', async () => {
    await scene.act(chen, ticket, approve)
    const until = scene.clock.now() + 30 * minute
    scene.clock.advance(minute)
    expect(await whispered(chen, ticket, approve)).toEqual([
      { kind: 'refused', reason: 'already_approved', until },
    ])
  })

  it('has its card drawn anew as each approval runs out, and not after that', async () => {
    await scene.act(chen, ticket, approve)
    scene.clock.advance(10 * minute)
    await scene.act(wang, ticket, approve)
    const asOf = () => scene.channel().at(-1)?.asOf
    const drawn = asOf()
    scene.clock.advance(20 * minute - 1)
    await runTimers()
    expect(asOf()).toBe(drawn)
    scene.clock.advance(1)
    await runTimers()
    expect(asOf()).toBe(scene.clock.now())
    expect(await scene.store.nextTimerAt()).toBe(scene.clock.now() + 10 * minute)
    scene.clock.advance(10 * minute)
    await runTimers()
    expect(asOf()).toBe(scene.clock.now())
    expect((await stored(ticket)).version).toBe(4)
    expect((await scene.store.dueTimers(Number.MAX_SAFE_INTEGER, 10)).map(({ kind }) => kind)).not.toContain(
      'hold_over',
    )
  })

  it('waits for nothing any more once it is closed', async () => {
    await scene.act(chen, ticket, approve)
    await scene.act(wang, ticket, approve)
    await scene.act(chen, ticket, resolve)
    const kinds = (await scene.store.dueTimers(Number.MAX_SAFE_INTEGER, 10)).map(({ kind }) => kind)
    expect(kinds).not.toContain('hold_over')
  })

  it('keeps approvals from its requester, who is told nothing of them when they come late', async () => {
    const before = (await stored(ticket)).version
    await scene.act(chen, ticket, approve)
    expect(JSON.stringify(scene.dm(lin))).not.toContain('callback')
    const late = await scene.act(lin, ticket, { type: 'cancel' }, before)
    expect(late.whispers).toEqual([{ kind: 'late' }])
  })
})

describe('a young report', () => {
  it('tells whoever resolves it from when on they can, and draws its card anew then', async () => {
    const ticket = await scene.ticketFor(sun, { onBehalfOf: true })
    await scene.drainTimers()
    const until = scene.clock.now() + 30 * minute
    await scene.act(chen, ticket, { type: 'claim' })
    scene.clock.advance(minute)
    expect(await whispered(chen, ticket, resolve)).toEqual([
      { kind: 'refused', reason: 'cooling_off', until },
    ])
    scene.clock.advance(29 * minute)
    await runTimers()
    expect(scene.channel().at(-1)?.asOf).toBe(until)
    expect(await whispered(chen, ticket, resolve)).toEqual([])
  })
})

describe('a stopped ticket', () => {
  const ownActions: readonly TicketRequest[] = [{ type: 'cancel' }, { type: 'confirm' }, { type: 'reopen' }]
  const asked = { onBehalfOf: true }

  async function stopped(
    person: Person,
    by: string,
    more: Partial<Ticket> = {},
    report = {},
  ): Promise<number> {
    const ticket = await scene.ticketFor(person, report)
    await changed(ticket, { frozen: { by, at: scene.clock.now() }, ...more })
    return ticket
  }

  it.each([
    ['their own mailbox, by somebody who was told for them', {}, 'in_hand'],
    ['somebody else’s mailbox, by its owner', asked, 'received'],
  ] as const)(
    'is left as it is by its requester, who is not told that it is stopped: %s',
    async (_, report, kind) => {
      const ticket = await stopped(lin, 'U_SECURITY', {}, report)
      const [before, shown] = [await stored(ticket), JSON.stringify([scene.dm(lin), scene.home(lin)])]
      for (const action of ownActions) {
        // Of what could not be done in this state anyway, they are told the same.
        expect(await whispered(lin, ticket, action)).toEqual([{ kind }])
      }
      expect(await stored(ticket)).toEqual(before)
      expect(JSON.stringify([scene.dm(lin), scene.home(lin)])).toBe(shown)
      expect(shown).not.toMatch(/frozen|U_SECURITY/)
      expect((await scene.audit(ticket)).filter((line) => line.includes(' cancel '))).toEqual([
        'U_LIN cancel refused frozen',
      ])
    },
  )

  it.each(ownActions)('tells its requester nothing of it from an old button either: %j', async (action) => {
    const ticket = await stopped(lin, 'U_SECURITY', {
      version: 1,
      lastMove: { action: 'freeze', user: 'U_SECURITY', at: scene.clock.now() },
    })
    const { whispers } = await scene.act(lin, ticket, action, 0)
    expect(whispers).toEqual([{ kind: 'in_hand' }])
  })

  it('tells a requester who stopped it themselves that they did', async () => {
    const ticket = await stopped(lin, lin.user, { owner: lin.user })
    expect(await whispered(lin, ticket, { type: 'cancel' })).toEqual([{ kind: 'stopped_by_you' }])
    expect((await stored(ticket)).state).toBe('open')
  })

  it('still takes what its requester adds', async () => {
    const ticket = await stopped(lin, 'U_SECURITY')
    expect(await whispered(lin, ticket, { type: 'add', text: 'I am at my desk.' })).toEqual([])
    expect(scene.news(lin)).toMatchObject({ news: 'added', text: 'I am at my desk.' })
  })

  it('tells a postmaster that it is stopped, and lets them lift the stop; it takes two then', async () => {
    const ticket = await stopped(lin, 'U_SECURITY')
    await scene.act(chen, ticket, { type: 'claim' })
    expect(await whispered(chen, ticket, resolve)).toEqual([{ kind: 'refused', reason: 'frozen' }])
    const lift = { type: 'unfreeze', identityCheck: 'in_person' } as const
    expect(await whispered(lin, ticket, lift)).toEqual([{ kind: 'refused', reason: 'not_postmaster' }])
    expect(await whispered(wang, ticket, lift)).toEqual([])
    expect((await scene.audit(ticket)).at(-1)).toBe('U_WANG unfreeze done claimed in_person')
    expect(await whispered(chen, ticket, resolve)).toEqual([{ kind: 'refused', reason: 'approvals_missing' }])
  })
})
