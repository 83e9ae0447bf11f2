import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root as project } from '../repo/source-tree.ts'
import type { Mutant } from './mutant.ts'
import { runMutants } from './run-mutants.ts'

const source = 'exports.isOpen = (door) => door.lock === 0 && door.bolt === 0\n'
const tests = `const { isOpen } = require('../src/door.js')
describe('isOpen', () => {
  it('knows a lock', () => expect(isOpen({ lock: 1, bolt: 0 })).toBe(false))
})
`

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'project-'))
  for (const folder of ['src', 'test']) await mkdir(join(root, folder))
  await writeFile(join(root, 'package.json'), '{"jest":{"transform":{}}}')
  await writeFile(join(root, '.gitignore'), 'node_modules\n')
  await writeFile(join(root, 'src/door.js'), source)
  await writeFile(join(root, 'test/door.test.js'), tests)
  await symlink(join(project, 'node_modules'), join(root, 'node_modules'))
  execFileSync('git', ['init', '-q'], { cwd: root })
})
afterEach(() => rm(root, { recursive: true }))

const mutant = (find: string, replace: string): Mutant => ({
  control: 'C12',
  removes: find,
  file: 'src/door.js',
  find,
  replace,
  tests: ['test/door.test.js'],
})

const run = (mutants: readonly Mutant[]) =>
  runMutants({ root, mutants, copies: 1, limitMs: 30_000, say: () => undefined })

describe('runMutants', () => {
  it('tells what a test caught, what none did, and what could not be tried; the project stays as it is', async () => {
    const fates = await run([
      mutant('door.lock === 0 && ', ''),
      mutant(' && door.bolt === 0', ''),
      mutant('exports.isOpen = ', 'exports.isOpen = = '),
      { ...mutant('door.lock === 0 && ', ''), testName: 'no such test' },
    ])
    expect(fates).toMatchObject([
      { kind: 'killed', by: 'isOpen knows a lock' },
      { kind: 'survived' },
      { kind: 'broken', why: expect.stringContaining('Unexpected token') },
      { kind: 'broken', why: 'no such test' },
    ])
    expect(await readFile(join(root, 'src/door.js'), 'utf8')).toBe(source)
  }, 120_000)

  it('tries nothing where the tests fail already', async () => {
    await writeFile(join(root, 'src/door.js'), source.replace('door.lock === 0', 'true'))
    await expect(run([mutant('door.bolt === 0', 'true')])).rejects.toThrow(
      'fails as it is: isOpen knows a lock',
    )
  }, 60_000)
})
