import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { errorTable } from '../../src/application/errors.ts'
import { Environment, settings } from '../../src/settings.ts'
import { filesBelow, read, root } from './source-tree.ts'

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort()
const names = Object.keys(settings).sort()
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

  it('name only npm scripts that exist', () => {
    const scripts = new Set(Object.keys(JSON.parse(read('package.json')).scripts))
    const named = documents.flatMap((document) =>
      [...read(document).matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, script = '']) => script),
    )
    expect(named.filter((script) => !scripts.has(script))).toEqual([])
  })
})
