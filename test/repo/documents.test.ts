import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { errorTable } from '../../src/application/errors.ts'
import { Environment } from '../../src/environment.ts'
import { settings } from '../../src/settings.ts'
import { filesBelow, read, root } from './source-tree.ts'

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort()
const names = Object.keys(settings).sort()
const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesBelow('docs', /\.md$/)]

describe('the settings', () => {
  it('are the same in the schema', () => {
    expect(Object.keys(Environment.shape).sort()).toEqual(names)
  })

  it('are the same in .env.example', () => {
    expect(
      sorted([...read('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name = '']) => name)),
    ).toEqual(names)
  })

  it('are the same in the README’s table', () => {
    expect(
      sorted([...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = '']) => name)),
    ).toEqual(names)
  })

  it('have the defaults that the README and .env.example state', () => {
    const defaults = Object.entries(Environment.parse({}))
    const stated = [
      'RETENTION_TEXT_DAYS',
      'RETENTION_TICKET_DAYS',
      'RETENTION_SESSION_DAYS',
      'RETENTION_AUDIT_DAYS',
      'DATABASE_URL',
      'PORT',
      'LOG_LEVEL',
      'ALIMAIL_LOGIN_URL',
      'ALIMAIL_CONSOLE_URL',
      'SUPPORT_CONTACT',
    ]
    for (const [name, value] of defaults.filter(([each]) => stated.includes(each))) {
      const cell = String(value).replaceAll('|', '\\|')
      expect(read('README.md')).toMatch(
        new RegExp(`^\\| \`${name}\` \\|.*\\| \`${escaped(cell)}\` \\|$`, 'm'),
      )
      expect(read('.env.example')).toContain(`#${name}=${value}`)
    }
  })
})

function escaped(value: string): string {
  return value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

describe('docs/errors.md', () => {
  it('explains every code of the table and no other', () => {
    const explained = [...read('docs/errors.md').matchAll(/^\| `([a-z_]+)` \|/gm)].map(
      ([, code = '']) => code,
    )
    expect(explained.sort()).toEqual(Object.keys(errorTable).sort())
  })
})

describe('the documents', () => {
  it('link only to files that exist', () => {
    const dangling = documents.flatMap((document) =>
      [...read(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(join(root, dirname(document), target)))
        .map((target) => `${document} -> ${target}`),
    )
    expect(dangling).toEqual([])
  })

  it('name only files and folders that exist', () => {
    const named = documents.flatMap((document) =>
      [...read(document).matchAll(/`((?:src|test|bench|docs|intents)\/[\w./-]*)`/g)].map(
        ([, path = '']) => path,
      ),
    )
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('name only npm scripts that exist', () => {
    const called = documents.flatMap((document) =>
      [...read(document).matchAll(/npm run (?:-s )?([a-z-]+)/g)].map(([, script = '']) => script),
    )
    expect(called).toEqual(expect.arrayContaining(['guide', 'classify', 'kill-walks']))
    expect(called.filter((script) => !(script in scripts))).toEqual([])
  })
})

describe('the npm scripts', () => {
  it('run files that exist', () => {
    const files = Object.values(scripts).flatMap((script) => script.match(/[\w/-]+\.(?:js|ts)\b/g) ?? [])
    expect(files.length).toBeGreaterThan(5)
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('are each explained in some document', () => {
    const text = documents.map(read).join('\n')
    expect(
      Object.keys(scripts).filter((script) => !new RegExp(`npm (?:run (?:-s )?)?${script}\\b`).test(text)),
    ).toEqual([])
  })
})

describe('the commands of the README', () => {
  const blocks = [...read('README.md').matchAll(/```\n([^`]+)```/g)].flatMap(([, block = '']) =>
    block.split('\n'),
  )
  const commands = blocks.map((line) => line.replace(/\s+#.*$/, '').trim()).filter((line) => line !== '')

  it('are those of a start and of a change of content', () => {
    expect(commands).toEqual([
      'npm install',
      'npm start',
      'npm run -s guide -- check',
      'npm run -s guide -- draw',
      'npm run -s classify -- "my account is locked"',
    ])
  })

  it.each(['guide', 'classify'])('include %s, which does what it is said to do', (name) => {
    const line = commands.find((command) => command.includes(` ${name} `)) ?? ''
    const [, rest = ''] = line.split(' -- ')
    const [, script = ''] = (scripts[name] ?? '').split(' ')
    const { status, stdout } = spawnSync(process.execPath, [script, rest.replaceAll('"', '')], {
      cwd: root,
      encoding: 'utf8',
    })
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/\b0 errors|account_locked/),
    })
  })
})
