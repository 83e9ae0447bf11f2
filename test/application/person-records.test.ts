import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { erasePerson, exportPerson } from '../../src/application/person-records.ts'
import { verifyRecords } from '../../src/desk/verify-records.ts'
import { openStoreBeside, readAuditRecords } from '../../src/store/open-store.ts'
import { testAudit } from '../support/test-audit.ts'
import { chen, lin, Scene, sun, wang } from './scene.ts'

let folder: string
let url: string
let scene: Scene

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'postern-person-'))
  url = `sqlite:${join(folder, 'postern.db')}`
  scene = await Scene.open({ database: url })
})
afterEach(async () => {
  await scene.store.close()
  rmSync(folder, { recursive: true })
})

const of = ({ team, user } = lin) => ({ team, user, now: scene.clock.now() })
const exported = (person = lin) => scene.deliver((tx) => exportPerson(tx, of(person)))
const erase = (person = lin) => scene.deliver((tx) => erasePerson(tx, of(person)))
const breaks = async () => verifyRecords(testAudit.auditKey, await readAuditRecords(url, testAudit.auditKey))

/** Two tickets of Lin, one closed, both with words; Chen and Wang have both written. */
async function twoTickets(): Promise<[number, number]> {
  await scene.command(lin, 'language zh')
  const closed = await scene.ticketFor(lin, { note: 'canary-1 of Lin' })
  await scene.act(chen, closed, { type: 'claim' })
  await scene.act(chen, closed, { type: 'reply', text: 'canary-2 of Chen' })
  await scene.act(wang, closed, { type: 'reply', text: 'canary-3 of Wang' })
  await scene.act(chen, closed, { type: 'resolve', outcome: 'unlocked', identityCheck: 'callback' })
  const open = await scene.ticketFor(lin, { note: 'canary-4 of Lin' })
  await scene.act(wang, open, { type: 'claim' })
  return [closed, open]
}

/** The files of the database as they lie on the disk, what was let go of included. */
function onDisk(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join()
}

describe('exportPerson', () => {
  it('gives everything that is kept about a requester', async () => {
    const [closed, open] = await twoTickets()
    await scene.hear(lin, 'my account is locked')
    const records = await exported()
    expect(records).toMatchObject({ team: 'T1', user: 'U_LIN', language: 'zh', involvedIn: [] })
    expect(records.tickets.map(({ number }) => number)).toEqual([closed, open])
    expect(records.tickets[0]).toMatchObject({ note: 'canary-1 of Lin', requester: { name: lin.name } })
    expect(records.sessions).toHaveLength(3)
    expect(new Set(records.posts.map(({ surface }) => surface.kind))).toEqual(new Set(['dm', 'channel']))
    expect(new Set(records.audit.map(({ user }) => user))).toEqual(new Set(['U_LIN']))
  })

  it('gives of the case of somebody else only what the person did there', async () => {
    const [closed] = await twoTickets()
    const records = await exported(chen)
    expect(records.tickets).toEqual([])
    expect(records.involvedIn).toEqual([
      {
        ticket: closed,
        claimedAt: scene.clock.now(),
        resolvedAt: scene.clock.now(),
        messages: [expect.objectContaining({ user: 'U_CHEN', text: 'canary-2 of Chen' })],
        notes: [],
        approvals: [],
      },
    ])
    expect(JSON.stringify(records)).not.toMatch(/Lin Wei|lin\.wei|canary-[134]/)
    expect(records.audit.map(({ action }) => action)).toEqual(['claim', 'reply', 'resolve'])
  })

  it('gives of the case of somebody else their notes and approvals, not those of colleagues', async () => {
    const number = await scene.ticketFor(sun, { mailbox: 'admin@example.com' })
    await scene.act(chen, number, { type: 'note', text: 'canary-6 of Chen' })
    await scene.act(wang, number, { type: 'note', text: 'canary-7 of Wang' })
    await scene.act(chen, number, { type: 'claim' })
    await scene.act(chen, number, { type: 'approve', identityCheck: 'callback' })
    await scene.act(wang, number, { type: 'approve', identityCheck: 'in_person' })
    expect((await exported(chen)).involvedIn).toMatchObject([
      {
        notes: [{ text: 'canary-6 of Chen' }],
        approvals: [{ user: 'U_CHEN', identityCheck: 'callback' }],
      },
    ])
    expect(JSON.stringify(await exported(chen))).not.toMatch(/canary-7|in_person/)
  })

  it('is empty for somebody who never came, and is written down', async () => {
    expect(await exported(sun)).toEqual({
      team: 'T1',
      user: 'U_SUN',
      ...{ sessions: [], timers: [], tickets: [], involvedIn: [], posts: [], heard: [], audit: [] },
    })
    expect(await scene.audit(-1)).toEqual(['operator export_person done U_SUN'])
    expect((await exported(sun)).audit).toMatchObject([{ ticket: -1, reason: 'U_SUN' }])
  })
})

describe('erasePerson', () => {
  it('leaves no timer that would show the case again', async () => {
    const number = await scene.ticketFor(sun, { mailbox: 'admin@example.com' })
    await scene.act(chen, number, { type: 'claim' })
    await scene.act(chen, number, { type: 'approve', identityCheck: 'callback' })
    await erase(sun)
    scene.clock.advance(31 * 60_000)
    await scene.drainTimers()
    expect(scene.channel().map(({ retired }) => retired)).toEqual([true, true])
  })

  it('leaves no name, address or word of a requester, on the disk either, and every chain whole', async () => {
    await twoTickets()
    await scene.ticketFor(sun, { note: 'canary-5 of Sun' })
    const before = onDisk()
    for (const each of [lin.name, lin.email, 'canary-1', 'canary-4']) expect(before).toContain(each)
    const beside = await openStoreBeside(url, testAudit.auditKey)
    expect(await beside.deliver('erase', 1, (tx) => erasePerson(tx, of()))).toMatchObject({
      value: { sessions: 2, tickets: 2 },
    })
    await beside.close()
    await scene.sendPosts()
    const after = onDisk()
    for (const each of [lin.email, 'canary-1', 'canary-2', 'canary-4']) expect(after).not.toContain(each)
    expect(after).not.toContain('Lin Wei')
    expect(after).toContain('canary-5')
    expect(await breaks()).toEqual([])
  })

  it('ends an open case, and keeps how the closed one went', async () => {
    const [closed, open] = await twoTickets()
    await erase()
    const [first, second] = await scene.deliver(async (tx) => [
      await tx.tickets.find(closed),
      await tx.tickets.find(open),
    ])
    expect(first).toMatchObject({ state: 'resolved', outcome: 'unlocked', mailbox: '—', messages: [] })
    expect(second).toMatchObject({ state: 'cancelled', claimedBy: 'U_WANG', note: '' })
    expect((await scene.audit(open)).at(-1)).toBe('operator erase_person done cancelled')
    expect((await scene.audit(closed)).at(-1)).toBe('operator erase_person done resolved')
    expect(await scene.audit(-1)).toEqual(['operator erase_person done U_LIN'])
  })

  it('is nobody’s name for whoever clicks too late', async () => {
    const [, open] = await twoTickets()
    await erase()
    const { whispers } = await scene.act(wang, open, { type: 'release' }, 1)
    expect(whispers).toMatchObject([{ kind: 'late' }])
    expect(JSON.stringify(whispers)).not.toContain('operator')
  })

  it('blanks the cards in the postmasters’ channel, without buttons', async () => {
    await twoTickets()
    await erase()
    const cards = scene.channel()
    expect(cards.length).toBeGreaterThan(1)
    for (const card of cards) {
      expect(card).toMatchObject({
        retired: true,
        ticket: { note: '', mailbox: '—', requester: { name: '' } },
      })
    }
  })

  it('leaves nothing but ids for an export', async () => {
    await twoTickets()
    await erase()
    const records = await exported()
    expect(records).toMatchObject({ sessions: [], timers: [], involvedIn: [] })
    expect(records.language).toBeUndefined()
    expect(JSON.stringify(records)).not.toMatch(/Lin Wei|lin\.wei|canary/)
  })

  it('takes the words of a postmaster out of the cases of others, and leaves those as they stand', async () => {
    const [closed] = await twoTickets()
    await erase(chen)
    const ticket = await scene.deliver((tx) => tx.tickets.find(closed))
    expect(ticket).toMatchObject({ state: 'resolved', claimedBy: 'U_CHEN', mailbox: lin.email })
    expect(ticket?.messages.map(({ text }) => text)).toEqual(['canary-3 of Wang'])
    const posts = await scene.deliver((tx) => tx.person.postsOf([closed]))
    expect(JSON.stringify(posts)).not.toContain('canary-2')
    expect(JSON.stringify(scene.channel())).not.toContain('canary-2')
    const reopened = await scene.act(lin, closed, { type: 'confirm' }, ticket?.version)
    expect(reopened.whispers).toEqual([])
    expect(await breaks()).toEqual([])
  })

  it('finds nothing the second time, and says so', async () => {
    await twoTickets()
    expect(await erase()).toMatchObject({ sessions: 2, tickets: 2 })
    expect(await erase()).toEqual({ sessions: 0, tickets: 0, posts: 0 })
    expect(await breaks()).toEqual([])
  })

  it('lets the person begin anew', async () => {
    await twoTickets()
    await erase()
    const ticket = await scene.ticketFor(lin)
    expect(await scene.deliver((tx) => tx.tickets.find(ticket))).toMatchObject({
      state: 'open',
      mailbox: lin.email,
    })
  })
})
