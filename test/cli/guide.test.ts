import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const shipped = join(root, 'intents')

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

function guide(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/guide.ts', ...args], { cwd: root }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

/** A copy of the shipped content with texts replaced: file, what stands there, what shall. */
async function copyWith(changes: readonly [string, string | RegExp, string][]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'intents-'))
  await cp(shipped, folder, { recursive: true })
  for (const [file, before, after] of changes) {
    const path = join(folder, file)
    const text = await readFile(path, 'utf8')
    const changed = text.replace(before, after)
    expect(changed).not.toBe(text)
    await writeFile(path, changed)
  }
  return folder
}

describe('guide check', () => {
  it('finds no error in the shipped content and sums it up', async () => {
    const { code, out } = await guide('check')
    expect(out).toMatch(
      /^25 files, .* in 2 languages\n[\d,]+ persons played .*\n.*\n.*\n0 errors, 0 warnings\n$/,
    )
    expect(code).toBe(0)
  })

  it('names each of four mistakes with file and path, and exits 1', async () => {
    const folder = await copyWith([
      ['account_locked.yml', 'to: wait,', 'to: nowhere,'],
      ['forgot_password.yml', /en: Reset your password by text message\n/, 'zn: Oops\n'],
      ['qr_login.yml', "label: { en: It isn't logged in", `label: { en: ${'x'.repeat(80)}`],
      ['wrong_address.yml', '{login_url}, and save', 'https://mail-aliyun.example/login and save'],
    ])
    try {
      const { code, out } = await guide('check', folder)
      const line = (file: string, rest: string) => expect.stringMatching(new RegExp(`/${file}: ${rest}`))
      expect(out.split('\n')).toEqual(
        expect.arrayContaining([
          line(
            'account_locked.yml',
            'flow.nodes.stop_tries.choices.0.to: leads to nowhere.* \\(line \\d+\\)$',
          ),
          line('forgot_password.yml', 'flow.nodes.sms.title.en: is missing'),
          line('qr_login.yml', 'flow.nodes.ready.choices.1.label.en: has 80 characters'),
          line(
            'wrong_address.yml',
            'flow.nodes.address.steps.0.en: links to https://mail-aliyun.example/login,',
          ),
        ]),
      )
      expect(code).toBe(1)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('reports bad YAML by line, a foreign file and a missing one', async () => {
    const folder = await copyWith([['greeting.yml', 'flow:', 'flow: [']])
    await writeFile(join(folder, 'extra.yml'), await readFile(join(folder, 'case_status.yml')))
    await rm(join(folder, 'qr_expired.yml'))
    try {
      const { code, out } = await guide('check', folder)
      expect(out).toMatch(/greeting\.yml: line \d+: bad YAML/)
      expect(out).toContain('extra.yml: utterances: are learnt by nobody: the file is named after no intent')
      expect(out).toContain('qr_expired.yml: is missing')
      expect(code).toBe(1)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('warns of a missing translation and passes', async () => {
    const folder = await copyWith([['greeting.yml', /\n +zh: 您好，我可以.*/, '']])
    try {
      const { code, out } = await guide('check', folder)
      expect(out).toContain('greeting.yml: flow.nodes.hello.title.zh: warning: is missing')
      expect(out).toMatch(/0 errors, 1 warning\n$/)
      expect(code).toBe(0)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('explains itself, and says when it was called wrongly', async () => {
    expect(await guide('--help')).toMatchObject({ code: 0, out: expect.stringContaining('guide -- check') })
    expect(await guide()).toMatchObject({ code: 64, err: expect.stringContaining('guide -- check') })
    expect(await guide('check', 'no/such/folder')).toMatchObject({
      code: 64,
      err: 'The folder no/such/folder cannot be read.\n',
    })
  })

  it('prints the mistakes alone where it is to be quick', async () => {
    expect(await guide('check', '--quick')).toMatchObject({ code: 0, out: '' })
    const folder = await copyWith([['account_locked.yml', /to: wait\b/, 'to: nowhere']])
    try {
      const { code, out } = await guide('check', folder, '--quick')
      expect(
        out
          .trimEnd()
          .split('\n')
          .every((line) => line.includes('leads to nowhere') || line.includes('cannot be reached')),
      ).toBe(true)
      expect(code).toBe(1)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('takes the question and the situation that docs/authoring.md shows how to add', async () => {
    const steps =
      (await readFile(join(root, 'docs', 'authoring.md'), 'utf8')).split('## Three changes')[1] ?? ''
    const shown = [...steps.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml = '']) =>
      yaml.replaceAll(/^ {3}/gm, ''),
    )
    const [question = '', situation = ''] = shown
    const folder = await copyWith([
      ['first_login.yml', 'start: first\n', 'start: opened\n'],
      ['first_login.yml', '  nodes:\n', `  nodes:\n${question}`],
    ])
    await writeFile(join(folder, 'page_does_not_open.yml'), situation)
    try {
      const { code, out } = await guide('check', folder)
      expect(out).toMatch(/^26 files[\s\S]*\n0 errors, 0 warnings\n$/)
      expect(code).toBe(0)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
