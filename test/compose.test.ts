import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../src/compose.ts'
import { parseConfig } from '../src/config.ts'
import { StartupProblem } from '../src/slack/startup-problem.ts'
import { startWorkspace, type Workspace } from '../src/workspace/workspace.ts'
import { root } from './repo/source-tree.ts'
import { environmentFor, freePort } from './support/start-postern.ts'

/** Nothing but what a start reads, so that nothing real can be touched. */
async function emptyHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'postern-home-'))
  await symlink(join(root, 'intents'), join(home, 'intents'))
  await mkdir(join(home, 'src'))
  await symlink(join(root, 'src', 'intent'), join(home, 'src', 'intent'))
  return home
}

describe('compose', () => {
  let home: string

  const problemOf = async (environment: Record<string, string>, fresh = false): Promise<string> => {
    const starting = compose(parseConfig(environment), { root: home, fresh, say: () => undefined })
    const running = await starting.catch((error: unknown) => error)
    if (running instanceof StartupProblem) return running.message
    if (running instanceof Error) throw running
    await (await starting).stop()
    return ''
  }

  beforeEach(async () => {
    home = await emptyHome()
  })

  afterEach(() => rm(home, { recursive: true }))

  describe('with Slack', () => {
    let workspace: Workspace
    const bot = 'U0POSTERN1'
    const [public1, private1, shared1, foreign] = ['C0PUBLIC01', 'C0ALONE001', 'C0SHARED01', 'C0FOREIGN1']

    beforeEach(async () => {
      workspace = await startWorkspace({
        port: 0,
        extraChannels: [
          { id: public1, name: 'mail-help', kind: 'public', members: [bot] },
          { id: private1, name: 'not-invited', kind: 'private', members: [] },
          { id: shared1, name: 'with-partner', kind: 'private', members: [bot], shared: true },
          { id: foreign, name: 'everybody', kind: 'public', members: [] },
        ],
      })
    })

    afterEach(() => workspace.stop())

    const settings = async (more: Record<string, string> = {}): Promise<Record<string, string>> => ({
      ...environmentFor(workspace, 'socket', await freePort(), 'sqlite::memory:'),
      ...more,
    })

    it.each([
      ['public', public1, /^POSTMASTER_CHANNEL is public/],
      ['public and not joined', foreign, /^POSTMASTER_CHANNEL is public/],
      ['shared with another organisation', shared1, /^POSTMASTER_CHANNEL is shared/],
      ['private and not joined', private1, /^POSTMASTER_CHANNEL .*see[\s\S]*\/invite @Postern/],
      ['unknown', 'C0NOWHERE1', /^POSTMASTER_CHANNEL .*see[\s\S]*Check the id/],
    ])('refuses a postmaster channel that is %s, and says what to do', async (_, channel, words) => {
      expect(await problemOf(await settings({ POSTMASTER_CHANNEL: channel }))).toMatch(words)
    })

    it.each([
      ['SLACK_BOT_TOKEN', 'xoxb-of-nobody'],
      ['SLACK_APP_TOKEN', 'xapp-of-nobody'],
    ])('refuses a %s that Slack does not know, and never prints it', async (name, value) => {
      const problem = await problemOf(await settings({ [name]: value }))
      expect(problem).toMatch(new RegExp(`${name}[\\s\\S]*api\\.slack\\.com/apps`))
      expect(problem).not.toContain(value)
    })

    it('names PORT when it is taken', async () => {
      const { port } = new URL(workspace.address)
      expect(await problemOf(await settings({ PORT: port }))).toMatch(/^PORT \d+ is not free[\s\S]*set PORT/)
    })

    it('names DATABASE_URL when the file is no database', async () => {
      const path = join(home, 'letter.db')
      await writeFile(path, 'This is a letter, and no database at all.'.repeat(40))
      expect(await problemOf(await settings({ DATABASE_URL: `sqlite:${path}` }))).toMatch(/^DATABASE_URL /)
    })

    it('refuses another AUDIT_KEY than the audit was begun with, and never prints it', async () => {
      const begun = await settings({ DATABASE_URL: `sqlite:${join(home, 'begun.db')}` })
      expect(await problemOf(begun)).toBe('')
      const AUDIT_KEY = 'another key, long enough to be one'
      const problem = await problemOf({ ...begun, AUDIT_KEY, PORT: String(await freePort()) })
      expect(problem).toMatch(/^AUDIT_KEY is not the key [\s\S]*Set it to/)
      expect(problem).not.toContain(AUDIT_KEY)
    })

    it('starts where all is well', async () => {
      expect(await problemOf(await settings())).toBe('')
    })
  })

  describe('without Slack', () => {
    let other: Server
    let port: number

    beforeEach(async () => {
      other = createServer()
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
      const address = other.address()
      port = typeof address === 'object' ? (address?.port ?? 0) : 0
    })

    afterEach(() => new Promise((resolve) => other.close(resolve)))

    it('names PORT when it is taken, and leaves the memory of whoever has it alone', async () => {
      const kept = join(home, 'data', 'local', 'workspace.db')
      await mkdir(join(home, 'data', 'local'), { recursive: true })
      await writeFile(kept, 'somebody’s')
      expect(await problemOf({ PORT: String(port) }, true)).toMatch(/^PORT \d+ is not free[\s\S]*set PORT/)
      await rm(kept)
    })

    it('names every mistake in the content, with file and path', async () => {
      await rm(join(home, 'intents'))
      await mkdir(join(home, 'intents'))
      await writeFile(join(home, 'intents', 'qr_login.yml'), 'title: { en: 1 }\n')
      await writeFile(join(home, 'intents', 'qr_expired.yml'), 'title: [\n')
      const problem = await problemOf({})
      expect(problem).toContain('qr_login.yml: title.en')
      expect(problem).toContain('qr_expired.yml: line ')
      expect(problem).toContain('npm run -s guide -- check')
    })
  })
})
