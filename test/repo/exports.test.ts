import { relative, resolve } from 'node:path'
import { read, root, type SourceFile, sourceFiles } from './source-tree.ts'

const exported = /^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm
const imported =
  /(?:(?:import|export)\s+(?:type\s+)?|const\s+)\{([^}]*)\}\s+(?:from\s+|=\s+await import\()'(\.{1,2}\/[^']+)'/g

/** What a file takes from the project's own files, as `path name`. */
function usesIn({ path, text }: SourceFile): string[] {
  return [...text.matchAll(imported)].flatMap(([, names = '', target = '']) => {
    const from = relative(root, resolve(root, path, '..', target)).replaceAll('\\', '/')
    return names.split(',').map((name) => `${from} ${name.replace(/^\s*type\s+|\s+as\s.*$/g, '').trim()}`)
  })
}

function unused(files: readonly SourceFile[]): string[] {
  const used = new Set(files.flatMap(usesIn))
  return files
    .flatMap(({ path, text }) => [...text.matchAll(exported)].map(([, name]) => `${path} ${name}`))
    .filter((each) => !used.has(each))
}

describe('the exports', () => {
  it('are each imported somewhere', () => {
    expect(unused(sourceFiles('src', 'test', 'bench'))).toEqual([])
  })

  it('would not be unused unseen', () => {
    const a = { path: 'src/a.ts', text: 'export const used = 1\nexport type Unused = 2\n', imports: [] }
    const b = { path: 'test/b.ts', text: "import { used as it } from '../src/a.ts'\n", imports: [] }
    expect(unused([a, b])).toEqual(['src/a.ts Unused'])
  })
})

describe('the dependencies', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'))
  const files = sourceFiles('src', 'test', 'bench')
  const packagesOf = (each: readonly SourceFile[]): Set<string> =>
    new Set(
      each
        .flatMap(({ text }) => [
          ...text.matchAll(/(?:from|import|import\()\s*'(@[\w-]+\/[\w.-]+|[a-z][\w.-]*)/g),
        ])
        .map(([, name = '']) => name),
    )

  it('of the product are all that the product imports without its local Slack and its drawing', () => {
    const product = files.filter(({ path }) => /^src\/(?!workspace\/|cli\/drawing\/)/.test(path))
    const missing = [...packagesOf(product)].filter((name) => !(name in dependencies) && name !== 'node')
    expect(missing).toEqual([])
  })

  it('are all imported, or run as commands', () => {
    const commands = new Set(['@biomejs/biome', '@swc/core', '@swc/jest', 'jest', 'node', 'typescript'])
    const code = files.map(({ text }) => text).join('\n')
    const idle = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !commands.has(name) && !name.startsWith('@types/') && !code.includes(`'${name}`),
    )
    expect(idle).toEqual([])
  })
})
