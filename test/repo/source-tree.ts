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

/** Files below a folder, sorted; what npm installed there is not the project's. */
export function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path, ending)
      return entry.isFile() && ending.test(entry.name) ? [path] : []
    })
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
