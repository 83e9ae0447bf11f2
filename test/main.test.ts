import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWorkspace } from '../src/workspace/workspace.ts'
import { root } from './repo/source-tree.ts'
import { sendSigned } from './slack/slack-request.ts'
import { environmentFor, freePort } from './support/start-postern.ts'

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

describe('npm start', () => {
  let folder: string

  /** Starts Postern as a process of its own with nothing but these settings, in a folder without `.env`. */
  const start = (environment: Record<string, string>, ...args: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const file = join(root, 'src', 'start.js')
      execFile(process.execPath, [file, ...args], { cwd: folder, env: environment }, (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      })
    })

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'postern-start-'))
  })

  afterEach(() => rm(folder, { recursive: true }))

  it('names what is missing beside a nonsense token with code 78, and prints nothing of it', async () => {
    const { code, out, err } = await start({ SLACK_BOT_TOKEN: 'nonsense' })
    expect(code).toBe(78)
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'POSTMASTER_CHANNEL', 'POSTMASTER_USER_IDS'])
      expect(err).toContain(`  ${name}: `)
    expect(out + err).not.toContain('nonsense')
  })

  it('reads .env, and lets the environment win', async () => {
    await writeFile(join(folder, '.env'), 'SLACK_BOT_TOKEN=nonsense\nPORT=nonsense\n')
    const { code, err } = await start({ PORT: '3000' })
    expect(code).toBe(78)
    expect(err).toContain('  SLACK_BOT_TOKEN: ')
    expect(err).not.toContain('  PORT: ')
  })

  it('tells with code 75 that Slack cannot be reached, since that may pass', async () => {
    const workspace = await startWorkspace({ port: 0 })
    const env = environmentFor(workspace, 'socket', await freePort(), 'sqlite::memory:')
    await workspace.stop()
    expect(await start(env)).toMatchObject({ code: 75, err: expect.stringContaining('cannot be reached') })
  })

  it('outlives a failure inside Slack’s libraries, and writes one line about it', async () => {
    const workspace = await startWorkspace({ port: 0 })
    const port = await freePort()
    const env = environmentFor(workspace, 'http', port, 'sqlite::memory:')
    const bot = spawn(process.execPath, [join(root, 'src', 'start.js')], { cwd: folder, env })
    const gone = once(bot, 'exit')
    let out = ''
    const said = async (words: string): Promise<void> => {
      while (!out.includes(words)) out += String((await once(bot.stdout, 'data'))[0])
    }
    try {
      await said('Postern is connected')
      const { signingSecret: secret } = workspace
      const at = `http://127.0.0.1:${port}`
      // Bolt reads a field of this body outside of any try
      sendSigned(`${at}/slack/events`, 'application/json', 'null', { secret }).catch(() => undefined)
      await said('a failure that nobody waited for')
      expect((await fetch(`${at}/healthz`)).status).toBe(200)
    } finally {
      bot.kill('SIGKILL')
      await gone
      await workspace.stop()
    }
  })

  it('says what it knows when asked, and when asked for something else', async () => {
    expect(await start({}, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--fresh') })
    expect(await start({}, '--frech')).toMatchObject({ code: 64, err: expect.stringContaining('--frech') })
  })
})
