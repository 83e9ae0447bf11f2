import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const root = resolve(__dirname, '../..')

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string
  readonly text: string
  /** Paths of the project's own files that it imports, types included. */
  readonly imports: readonly string[]
}

const importPattern = /(?:from\s+|import\s+|import\(\s*)'(\.{1,2}\/[^']+)'/g

export function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

export function sourceFiles(...folders: string[]): SourceFile[] {
  const paths = folders.flatMap((folder) => filesBelow(folder, /\.(ts|tsx|js)$/))
  return paths.map((path) => {
    const text = read(path)
    const imports = [...text.matchAll(importPattern)].map(([, target = '']) =>
      relative(root, resolve(root, dirname(path), target)).replaceAll('\\', '/'),
    )
    return { path, text, imports }
  })
}
