import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createRecordKeeper } from '../../src/application/record-keeper.ts'
import { chen, lin, sun } from '../application/scene.ts'
import { memoryLog } from '../support/memory-log.ts'
import { RecordedPostern } from './recorded-postern.ts'
import { runCommand } from './run-command.ts'

const limits = { textMs: 1e12, ticketMs: 1e12, sessionMs: 1e12, auditMs: 1e12 }

describe('audit verify', () => {
  let postern: RecordedPostern

  const verify = (...args: string[]) => runCommand('audit.ts', ['verify', ...args], '', postern.environment)

  function tamper(sql: string): void {
    const raw = new DatabaseSync(join(postern.folder, 'postern.db'))
    raw.exec(`drop trigger audit_no_update; drop trigger audit_no_delete; ${sql}`)
    raw.close()
  }

  /** The log as Postern writes it, and what a supervisor adds. */
  async function logged(): Promise<string> {
    const log = memoryLog()
    const { store, clock, ids } = postern.scene
    await createRecordKeeper({ store, clock, ids, limits, log: log.log }).tick()
    const file = join(postern.folder, 'postern.log')
    await writeFile(file, ['postern started', ...log.lines, ''].join('\n'))
    return file
  }

  beforeEach(async () => {
    postern = await RecordedPostern.start()
    const ticket = await postern.scene.ticketFor(lin)
    await postern.scene.act(chen, ticket, { type: 'claim' })
    await postern.scene.ticketFor(sun)
  })

  afterEach(() => postern.stop())

  it('finds the audit of a running Postern whole, also against the log', async () => {
    expect(await verify()).toEqual({ code: 0, out: '2 chains, 3 lines, 0 retired chains: whole\n', err: '' })
    expect(await verify('--heads', await logged())).toMatchObject({
      code: 0,
      out: '2 chains, 3 lines, 0 retired chains, 2 logged heads: whole\n',
    })
  })

  it('names the first broken line of each chain, and exits 1', async () => {
    tamper("update audit set user = 'U_EVE'")
    const { code, out } = await verify()
    expect(out.split('\n')).toEqual([
      'ticket 1001, line 1: is not as it was written',
      'ticket 1002, line 1: is not as it was written',
      '2 chains, 3 lines, 0 retired chains: 2 broken chains',
      '',
    ])
    expect(code).toBe(1)
  })

  it('names a chain whose end was cut off, by the log alone', async () => {
    const heads = await logged()
    tamper('delete from audit where sequence = 2')
    expect(await verify()).toMatchObject({ code: 0 })
    const { code, out } = await verify('--heads', heads)
    expect(out).toMatch(/^ticket 1001, line 2: is missing: the log knows it/)
    expect(code).toBe(1)
  })

  it('names a ticket that was taken away whole', async () => {
    tamper('delete from audit where ticket = 1001')
    const { code, out } = await verify()
    expect(out).toMatch(/^ticket 1001, line 1: is missing, and so is the whole chain\n/)
    expect(code).toBe(1)
  })

  it.each([
    [['AUDIT_KEY', 'another key, long enough to be one'], /AUDIT_KEY is not the key/],
    [['AUDIT_KEY', ''], /AUDIT_KEY: is missing/],
    [['DATABASE_URL', 'sqlite:nowhere.db'], /DATABASE_URL must name/],
  ] as const)('refuses %j with code 78', async ([name, value], words) => {
    const environment = { ...postern.environment, [name]: value }
    const { code, err, out } = await runCommand('audit.ts', ['verify'], '', environment)
    expect(err).toMatch(words)
    expect({ code, out }).toEqual({ code: 78, out: '' })
    expect(err).not.toContain(value === '' ? 'xoxb-' : 'another key')
  })

  it('explains itself to anything else', async () => {
    for (const words of ['check', 'verify --heads', 'verify x y']) {
      const { code, err } = await runCommand('audit.ts', words.split(' '), '', postern.environment)
      expect({ words, code, err }).toEqual({ words, code: 64, err: expect.stringContaining('--heads FILE') })
    }
  })

  it('says when a file holds no heads', async () => {
    const file = join(postern.folder, 'empty.log')
    await writeFile(file, 'nothing\n')
    for (const each of [file, join(postern.folder, 'missing.log')]) {
      expect(await verify('--heads', each)).toMatchObject({ code: 64, err: expect.stringContaining(each) })
    }
  })
})
