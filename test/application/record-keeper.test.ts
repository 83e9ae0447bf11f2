import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Store } from '../../src/application/ports.ts'
import { createRecordKeeper } from '../../src/application/record-keeper.ts'
import type { RetentionLimits } from '../../src/desk/retention.ts'
import { verifyRecords } from '../../src/desk/verify-records.ts'
import { openStore, readAuditRecords } from '../../src/store/open-store.ts'
import { entry, session, ticket } from '../store/samples.ts'
import { memoryLog } from '../support/memory-log.ts'
import { testAudit } from '../support/test-audit.ts'
import { chen, lin, Scene, sun } from './scene.ts'

const hour = 3_600_000
const day = 24 * hour
const limits: RetentionLimits = {
  textMs: 30 * day,
  ticketMs: 180 * day,
  sessionMs: 30 * day,
  auditMs: 400 * day,
}
const words = 'canary-55 on the roof'

let folder: string
let url: string
let scene: Scene
let log: ReturnType<typeof memoryLog>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'postern-records-'))
  url = `sqlite:${join(folder, 'postern.db')}`
  scene = await Scene.open({ database: url })
  log = memoryLog()
})
afterEach(async () => {
  await scene.store.close()
  rmSync(folder, { recursive: true })
})

function keeper(store: Store = scene.store) {
  const { clock, ids } = scene
  return createRecordKeeper({ store, clock, ids, log: log.log, limits })
}

/** A ticket with words of both sides in every place, closed now. */
async function closedTicket(person = lin): Promise<number> {
  const ticket = await scene.ticketFor(person, { note: words, screenText: words })
  await scene.act(person, ticket, { type: 'add', text: words })
  await scene.act(chen, ticket, { type: 'claim' })
  await scene.act(chen, ticket, { type: 'reply', text: words })
  await scene.act(chen, ticket, { type: 'resolve', outcome: 'unlocked', identityCheck: 'callback' })
  return ticket
}

/** All text of every table, as somebody would read it who has the file. */
function everything(): string {
  const raw = new DatabaseSync(join(folder, 'postern.db'), { readOnly: true })
  const names = raw.prepare("select name from sqlite_master where type = 'table'").all()
  const text = names.map(({ name }) => JSON.stringify(raw.prepare(`select * from ${name}`).all())).join()
  raw.close()
  return text
}

const count = (table: string): unknown => {
  const raw = new DatabaseSync(join(folder, 'postern.db'), { readOnly: true })
  const row = raw.prepare(`select count(*) as count from ${table}`).get()
  raw.close()
  return row?.count
}

describe('the daily removal', () => {
  it('blanks what people wrote 30 days after the close, wherever it is kept, and not a day before', async () => {
    const ticket = await closedTicket()
    const records = keeper()
    scene.clock.advance(30 * day)
    await records.tick()
    expect(everything()).toContain('canary-55')
    scene.clock.advance(day)
    await records.tick()
    expect(everything()).not.toContain('canary-55')
    const kept = await scene.deliver((tx) => tx.tickets.find(ticket))
    expect(kept).toMatchObject({
      state: 'resolved',
      mailbox: lin.email,
      requester: { name: lin.name },
      note: '',
    })
    expect(scene.channel().at(-1)).toMatchObject({ ticket: { note: words } })
  })

  it('leaves a ticket that nobody has closed, however old', async () => {
    await scene.ticketFor(lin, { note: words })
    scene.clock.advance(1_000 * day)
    await keeper().tick()
    expect(everything()).toContain('canary-55')
    expect(count('tickets')).toBe(1)
  })

  it('counts from the last close of a ticket that was reopened', async () => {
    const ticket = await closedTicket()
    scene.clock.advance(6 * day)
    await scene.act(lin, ticket, { type: 'reopen' })
    scene.clock.advance(20 * day)
    await scene.act(chen, ticket, { type: 'claim' })
    await scene.act(chen, ticket, { type: 'resolve', outcome: 'unlocked', identityCheck: 'callback' })
    scene.clock.advance(30 * day)
    const records = keeper()
    await records.tick()
    expect(everything()).toContain('canary-55')
    scene.clock.advance(day)
    await records.tick()
    expect(everything()).not.toContain('canary-55')
  })

  it('removes ended sessions and their posts after 30 days', async () => {
    await closedTicket()
    await scene.hear(sun, 'my account is locked')
    expect(count('sessions')).toBe(2)
    scene.clock.advance(30 * day + 1)
    await keeper().tick()
    expect(count('sessions')).toBe(1)
    const posts = await scene.deliver(async (tx) => ({
      lin: (await tx.person.posts(lin.team, lin.user)).map(({ view }) => view.kind),
      sun: (await tx.person.posts(sun.team, sun.user)).map(({ view }) => view.kind),
    }))
    expect(new Set(posts.lin)).toEqual(new Set(['ticket_news']))
    expect(posts.sun).toEqual(['card'])
    const session = await scene.deliver((tx) => tx.sessions.latest(sun.team, sun.user))
    expect(session?.screen.kind).not.toBe('ended')
  })

  it('removes the whole ticket after 180 days, with its posts, and keeps its chain', async () => {
    const ticket = await closedTicket()
    const records = keeper()
    scene.clock.advance(180 * day)
    await records.tick()
    expect(count('tickets')).toBe(1)
    scene.clock.advance(day)
    await records.tick()
    expect([count('tickets'), count('posts'), count('sessions')]).toEqual([0, 0, 0])
    expect(everything()).not.toContain(lin.email)
    expect(await scene.audit(ticket)).toHaveLength(5)
  })

  it('retires a chain after 400 days, and the rest is still known to be whole', async () => {
    await closedTicket()
    await closedTicket(sun)
    scene.clock.advance(200 * day)
    await scene.ticketFor(lin)
    const records = keeper()
    await records.tick()
    scene.clock.advance(200 * day)
    await records.tick()
    expect(count('audit_retired')).toBe(0)
    scene.clock.advance(day)
    await records.tick()
    expect(count('audit_retired')).toBe(2)
    const kept = await readAuditRecords(url, testAudit.auditKey)
    expect(kept.rows.map(({ ticket }) => ticket)).toEqual([1003])
    expect(verifyRecords(testAudit.auditKey, kept, log.entries('audit head').map(headOf))).toEqual([])
  })

  it('leaves a chain that is broken, and says so', async () => {
    const ticket = await closedTicket()
    const raw = new DatabaseSync(join(folder, 'postern.db'))
    raw.exec("drop trigger audit_no_update; update audit set user = 'U_EVE' where sequence = 3")
    raw.close()
    scene.clock.advance(401 * day)
    await keeper().tick()
    expect(log.entries('an audit chain is broken and stays')).toMatchObject([
      { ticket, sequence: 3, code: 'changed' },
    ])
    expect(await scene.audit(ticket)).toHaveLength(5)
  })

  it('runs once a day, and says how much went', async () => {
    const records = keeper()
    const runs = () => log.entries('records kept long enough were removed').map((entry) => entry.count)
    const addEnded = () =>
      scene.deliver((tx) => tx.sessions.insert(session({ screen: { kind: 'ended', how: 'solved' } })))
    await records.tick()
    await addEnded()
    scene.clock.advance(day - 1)
    await records.tick()
    expect(runs()).toEqual([])
    scene.clock.advance(1)
    await records.tick()
    expect(runs()).toEqual([1])
  })

  it('goes through more than one step holds', async () => {
    await scene.deliver(async (tx) => {
      for (let count = 0; count < 250; count += 1) {
        const number = await tx.tickets.nextNumber()
        const state = 'cancelled'
        await tx.tickets.insert(ticket({ number, state, note: words, mailbox: `${number}@example.com` }))
        await tx.audit.append(entry({ ticket: number, from: 'open', to: state, at: scene.clock.now() }))
        await tx.sessions.insert(session({ id: `s${number}`, screen: { kind: 'ended', how: 'solved' } }))
      }
    })
    const records = keeper()
    scene.clock.advance(31 * day)
    await records.tick()
    expect(everything()).not.toContain('canary-55')
    expect([count('tickets'), count('sessions')]).toEqual([250, 0])
    scene.clock.advance(400 * day)
    await records.tick()
    expect([count('tickets'), count('audit'), count('audit_retired')]).toEqual([0, 0, 250])
  })

  it('says so when the database fails, and tries again the next day', async () => {
    const broken = await openStore('sqlite::memory:', testAudit)
    await broken.close()
    await keeper(broken).tick()
    expect(log.entries('records could not be removed')).toHaveLength(1)
    expect(log.entries('heads of the audit could not be logged')).toHaveLength(1)
  })
})

const headOf = ({ ticket = 0, sequence = 0, hash = '' }) => ({ ticket, sequence, hash })

describe('the hourly heads', () => {
  const heads = () => log.entries('audit head').map(({ ticket, sequence }) => [ticket, sequence])

  it('are one line for each chain that has grown', async () => {
    const ticket = await scene.ticketFor(lin)
    const records = keeper()
    await records.tick()
    await scene.act(chen, ticket, { type: 'claim' })
    await scene.ticketFor(sun)
    await records.tick()
    expect(heads()).toEqual([[1001, 1]])
    scene.clock.advance(hour)
    await records.tick()
    scene.clock.advance(hour)
    await records.tick()
    expect(heads()).toEqual([
      [1001, 1],
      [1001, 2],
      [1002, 1],
    ])
    const [line] = log.entries('audit head')
    expect(line?.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('come once more when Postern stops', async () => {
    const records = keeper()
    await records.tick()
    await scene.ticketFor(lin)
    await records.stop()
    expect(heads()).toEqual([[1001, 1]])
  })

  it('come again at a start for the chains of the last day that something happened, and for no older ones', async () => {
    await scene.ticketFor(lin)
    scene.clock.advance(2 * day)
    await scene.ticketFor(sun)
    scene.clock.advance(90 * day)
    await keeper().tick()
    expect(heads()).toEqual([[1002, 1]])
  })

  it('show that the end of a chain was cut off', async () => {
    const ticket = await closedTicket()
    await keeper().stop()
    const raw = new DatabaseSync(join(folder, 'postern.db'))
    raw.exec('drop trigger audit_no_delete; delete from audit where sequence = 5')
    raw.close()
    const kept = await readAuditRecords(url, testAudit.auditKey)
    expect(verifyRecords(testAudit.auditKey, kept)).toEqual([])
    expect(verifyRecords(testAudit.auditKey, kept, log.entries('audit head').map(headOf))).toEqual([
      { ticket, sequence: 5, wrong: 'cut_off' },
    ])
  })
})
