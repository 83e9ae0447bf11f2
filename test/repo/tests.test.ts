import { type SourceFile, sourceFiles } from './source-tree.ts'

/** What makes a test slow, blind or false, and how it looks in code. */
const faults: Readonly<Record<string, RegExp>> = {
  'waits for a time': /\bset(?:Timeout|Interval)\(|waitForTimeout\(/,
  'replaces a module, or the time of the whole process': /jest\.(?:do)?[mM]ock\(|useFakeTimers/,
  'compares with a snapshot': /toMatch(?:Inline)?Snapshot/,
  'is left out, or leaves the others out':
    /\b(?:it|test|describe)\.(?:skip|only|todo)\b|\b[xf](?:it|describe)\(/,
  'says what should be, not what is': /\b(?:it|describe)(?:\.each\([^)]*\))?\(\s*['"`][^'"`]*\bshould\b/,
}

function faultsIn({ path, text }: SourceFile): string[] {
  return Object.entries(faults)
    .filter(([, pattern]) => pattern.test(text))
    .map(([fault]) => `${path} ${fault}`)
}

const files = sourceFiles('test').filter(({ path }) => path !== 'test/repo/tests.test.ts')

describe('the tests', () => {
  it('are read', () => {
    expect(files.length).toBeGreaterThan(100)
  })

  it('wait for events, replace nothing and leave nothing out', () => {
    expect(files.flatMap(faultsIn)).toEqual([])
  })

  it.each([
    'setTimeout(done, 10)',
    "jest.mock('./a.ts')",
    'expect(a).toMatchSnapshot()',
    "it.only('is', () => {})",
    "it('should be', () => {})",
  ])('would not be let off with %s', (text) => {
    expect(faultsIn({ path: 'a.ts', text, imports: [] })).toHaveLength(1)
  })

  it('have titles of their own within a describe', () => {
    const twice = files.flatMap(({ path, text }) =>
      text.split(/^describe/m).flatMap((suite) => {
        const titles = [...suite.matchAll(/\bit(?:\.each\([^;]*?\))?\(\s*(['"`])(.+?)\1,/g)].map(
          ([, , title]) => title,
        )
        return titles.filter((title, at) => titles.indexOf(title) !== at).map((title) => `${path}: ${title}`)
      }),
    )
    expect(twice).toEqual([])
  })
})
