import { read, type SourceFile, sourceFiles } from './source-tree.ts'

/** What each room may import besides itself; the order of DESIGN: outer rooms know inner ones, never the reverse. */
const allowed: Record<string, readonly string[]> = {
  language: [],
  'block-kit': [],
  intent: ['language'],
  guide: ['language'],
  desk: ['language'],
  application: ['intent', 'guide', 'desk', 'language'],
  store: ['application', 'intent', 'guide', 'desk', 'language'],
  slack: ['application', 'intent', 'guide', 'desk', 'language', 'block-kit'],
  workspace: ['block-kit'],
  settings: [],
  environment: ['settings', 'guide', 'desk', 'language'],
  config: ['environment', 'settings', 'guide', 'desk', 'language'],
  log: ['application'],
  system: ['application'],
}

/** Files at the top of `src` that may know every room. */
const outermost = new Set([
  'start',
  'main',
  'compose',
  'compose-classifier',
  'live-content',
  'watch-content',
  'records-place',
  'cli',
])

function room(path: string): string {
  const [, first = ''] = path.split('/')
  return first.replace(/\.(ts|tsx|js)$/, '')
}

function forbidden(file: SourceFile): string[] {
  const from = room(file.path)
  if (outermost.has(from)) return []
  const may = new Set([from, ...(allowed[from] ?? [])])
  return file.imports
    .filter((target) => !may.has(room(target)))
    .map((target) => `${file.path} imports ${target}`)
}

/** Every import cycle found by depth-first search, as `a -> b -> a`. */
function cycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      return
    }
    if (done.has(path)) return
    for (const target of byPath.get(path)?.imports ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const file of files) visit(file.path, [])
  return found
}

const files = sourceFiles('src')

describe('the rooms of src', () => {
  it('are read: there are files, and imports between them are seen', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(100)
  })

  it('are all known', () => {
    const rooms = new Set(files.map((file) => room(file.path)))
    expect([...rooms].filter((name) => !outermost.has(name) && !(name in allowed))).toEqual([])
  })

  it('import one way', () => {
    expect(files.flatMap(forbidden)).toEqual([])
  })

  it('would refuse an import of an outer room', () => {
    expect(forbidden({ path: 'src/guide/x.ts', text: '', imports: ['src/slack/y.ts'] })).toHaveLength(1)
  })

  it('have no import cycles, types included', () => {
    expect(cycles(files)).toEqual([])
  })

  it('would see a cycle', () => {
    const a = { path: 'src/a.ts', text: '', imports: ['src/b.ts'] }
    const b = { path: 'src/b.ts', text: '', imports: ['src/a.ts'] }
    expect(cycles([a, b])).toEqual(['src/a.ts -> src/b.ts -> src/a.ts'])
  })

  it('import only files that exist, with their endings', () => {
    const paths = new Set([...files.map((file) => file.path), 'src/intent/shipped-model.json'])
    expect(
      files.flatMap((file) =>
        file.imports.filter((to) => !paths.has(to)).map((to) => `${file.path} -> ${to}`),
      ),
    ).toEqual([])
  })
})

/** Functions and methods by where their last line is: in formatted code, the first brace at their own depth. */
function functionsIn({ path, text }: SourceFile): { where: string; length: number }[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const begins =
      /^(\s*)(?:(?:export |async |static |get )*(?:function\b|#?\w+\(.*\{$)|(?:export )?const \w+ = .*=> \{$)/.exec(
        line,
      )
    if (begins === null || /^\s*(?:if|for|while|switch|catch|return)\b/.test(line)) return []
    const end = lines.findIndex((each, index) => index > at && each.startsWith(`${begins[1]}}`))
    return [{ where: `${path}:${at + 1}`, length: end - at + 1 }]
  })
}

describe('the functions of src', () => {
  it('hold at most 60 lines, blank ones and comments too, which Biome does not count', () => {
    const functions = files.flatMap(functionsIn)
    expect(functions.length).toBeGreaterThan(700)
    expect(functions.filter(({ length }) => length > 60)).toEqual([])
  })

  it('would not be longer unseen', () => {
    const text = `  function f() {\n${'\n'.repeat(59)}  }\n`
    expect(functionsIn({ path: 'a.ts', text, imports: [] })).toEqual([{ where: 'a.ts:1', length: 61 }])
  })
})

describe('the files of src', () => {
  it('hold at most 250 lines', () => {
    expect(files.filter((file) => file.text.split('\n').length > 251).map((file) => file.path)).toEqual([])
  })

  it('are named in kebab-case, and never after a catch-all', () => {
    const odd = files.filter((file) => {
      const name = file.path.split('/').at(-1) ?? ''
      return (
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.(ts|tsx|js)$/.test(name) ||
        /^(utils?|helpers?|common|manager|service|types)\./.test(name)
      )
    })
    expect(odd.map((file) => file.path)).toEqual([])
  })

  it('have no default exports', () => {
    expect(files.filter((file) => /^export default/m.test(file.text)).map((file) => file.path)).toEqual([])
  })

  it('read the environment in config.ts alone', () => {
    expect(files.filter((file) => file.text.includes('process.env')).map((file) => file.path)).toEqual([
      'src/config.ts',
    ])
  })

  it('read the clock and draw at random in system.ts alone; the local Slack has a clock of its own', () => {
    const impure = /\bDate\.now\b|new Date\(\)|Math\.random|\brandom(?:Bytes|Int|UUID)\(/
    expect(files.filter((file) => impure.test(file.text)).map((file) => file.path)).toEqual([
      'src/system.ts',
      'src/workspace/workspace.ts',
    ])
  })

  it('end the process in main.ts, in the Node check and in command lines alone', () => {
    const ending = files.filter((file) => file.text.includes('process.exit(')).map((file) => file.path)
    expect(ending.filter((path) => path !== 'src/main.ts' && !path.startsWith('src/cli/'))).toEqual([])
  })

  it('escape from types nowhere', () => {
    const escapes = /(:\s*any\b|\bas any\b|<any>|as unknown as|@ts-ignore|@ts-expect-error)/
    expect(files.filter((file) => escapes.test(file.text)).map((file) => file.path)).toEqual([])
  })

  it('carry no unfinished marks', () => {
    expect(
      files.filter((file) => /\b(TODO|FIXME|XXX|HACK)\b/.test(file.text)).map((file) => file.path),
    ).toEqual([])
  })

  it('import natural by its parts, never its root', () => {
    expect(files.filter((file) => /from 'natural'/.test(file.text)).map((file) => file.path)).toEqual([])
  })
})

describe('biome.json', () => {
  it('holds the limits on functions and files of src', () => {
    const { overrides } = JSON.parse(read('biome.json'))
    const rules = overrides.find((each: { includes: string[] }) => each.includes.includes('src/**')).linter
      .rules
    expect(rules.complexity.noExcessiveLinesPerFunction.options.maxLines).toBe(60)
    expect(rules.style.noExcessiveLinesPerFile.options.maxLines).toBe(250)
  })
})
