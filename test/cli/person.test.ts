import { setImmediate } from 'node:timers/promises'
import { verifyRecords } from '../../src/desk/verify-records.ts'
import { readAuditRecords } from '../../src/store/open-store.ts'
import { chen, lin, sun } from '../application/scene.ts'
import { testAudit } from '../support/test-audit.ts'
import { RecordedPostern } from './recorded-postern.ts'
import { runCommand } from './run-command.ts'

/** As in Slack, where ids hold no underscore. */
const li = { ...lin, team: 'T012AB', user: 'U0LI' }
const su = { ...sun, team: 'T012AB', user: 'U0SU' }
const nothing = { sessions: 0, tickets: 0, posts: 0 }

describe('person', () => {
  let postern: RecordedPostern

  const person = (args: readonly string[], input = '') =>
    runCommand('person.ts', args, input, postern.environment)
  const exported = async (user: string) => {
    const { code, out } = await person(['export', 'T012AB', user])
    expect(code).toBe(0)
    return JSON.parse(out)
  }

  beforeEach(async () => {
    postern = await RecordedPostern.start()
  })

  afterEach(() => postern.stop())

  it('exports as JSON what a running Postern keeps, and erases it', async () => {
    const ticket = await postern.scene.ticketFor(li, { note: 'canary-8' })
    expect(await exported(li.user)).toMatchObject({
      team: li.team,
      user: li.user,
      tickets: [{ number: ticket, note: 'canary-8', requester: { email: li.email } }],
    })
    const { code, out, err } = await person(['erase', li.team, li.user, '--yes'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({ sessions: 1, tickets: 1 })
    expect(JSON.stringify(await exported(li.user))).not.toMatch(/canary-8|lin\.wei|Lin Wei/)
    expect(await postern.scene.audit(-2)).toEqual([`operator erase_person done ${li.user}`])
  })

  it('asks before it erases, and takes nothing but the id for a yes', async () => {
    await postern.scene.ticketFor(li)
    for (const answer of ['', 'yes\n', 'U0SU\n']) {
      const { code, out, err } = await person(['erase', li.team, li.user], answer)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toContain('nothing was removed')
    }
    expect((await exported(li.user)).tickets).toHaveLength(1)
    const { code, out } = await person(['erase', li.team, li.user], 'U0LI\n')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ tickets: 1 })
  })

  it('erases a person while their tickets are worked on', async () => {
    const ticket = await postern.scene.ticketFor(li, { note: 'canary-9' })
    const { code, out } = await (async () => {
      let isOver = false
      const erasing = person(['erase', li.team, li.user, '--yes']).finally(() => {
        isOver = true
      })
      for (let count = 0; !isOver; count += 1) {
        await postern.scene.act(chen, ticket, { type: count % 2 === 0 ? 'claim' : 'release' })
        await postern.scene.hear(su, 'my account is locked')
        // All of it ran in one turn of the loop; here the other process gets its own.
        await setImmediate()
      }
      return await erasing
    })()
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ tickets: 1 })
    const last = await postern.scene.deliver((tx) => tx.tickets.find(ticket))
    expect(last).toMatchObject({ state: 'cancelled', note: '', mailbox: '—' })
    const url = postern.environment.DATABASE_URL ?? ''
    expect(verifyRecords(testAudit.auditKey, await readAuditRecords(url, testAudit.auditKey))).toEqual([])
    expect(JSON.stringify(await exported(li.user))).not.toContain('canary-9')
  })

  it('has nothing to erase of somebody unknown', async () => {
    const { code, out } = await person(['erase', 'T012AB', 'U0NEW', '--yes'])
    expect({ code, done: JSON.parse(out) }).toEqual({ code: 0, done: nothing })
  })

  it('explains itself to anything else, and touches nothing', async () => {
    for (const words of [
      'export T012AB',
      'export T012AB %',
      'erase T012AB U0LI --force',
      'delete T012AB U0LI',
    ]) {
      const { code, err } = await person(words.split(' '))
      expect({ words, code, err }).toEqual({
        words,
        code: 64,
        err: expect.stringContaining('erase TEAM USER --yes'),
      })
    }
    expect(await postern.scene.audit(-1)).toEqual([])
  })

  it('says what is wrong with the settings', async () => {
    const environment = { ...postern.environment, AUDIT_KEY: 'another key, long enough to be one' }
    const { code, err } = await runCommand('person.ts', ['export', 'T012AB', 'U0LI'], '', environment)
    expect(err).toMatch(/^AUDIT_KEY is not the key/)
    expect(code).toBe(78)
  })
})
