import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { IntentFile } from './content.ts'
import { type Content, type ContentIssue, fileName } from './content-set.ts'
import { lineOf } from './line-of.ts'

const ending = '.yml'

interface Read {
  readonly document?: unknown
  readonly issues: readonly ContentIssue[]
  /** The line of a dotted path. */
  readonly line?: (path: string) => number
}

/** YAML text to a value; every syntax error becomes an issue with its line. Aliases are refused: they can blow a small file up. */
function readYaml(file: string, text: string): Read {
  const bad = (path: string, message: string): ContentIssue => ({ severity: 'error', file, path, message })
  const counter = new LineCounter()
  const parsed = parseDocument(text, { lineCounter: counter })
  if (parsed.errors.length > 0) {
    const issues = parsed.errors.map((error) => {
      const what = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
      return bad(`line ${error.linePos?.[0].line ?? 1}`, `bad YAML: ${what}`)
    })
    return { issues }
  }
  try {
    const line = (path: string): number => lineOf(parsed, counter, path)
    return { document: parsed.toJS({ maxAliasCount: 0 }), issues: [], line }
  } catch {
    return { issues: [bad('', 'bad YAML: aliases (*name) are not supported; write the value out')] }
  }
}

/** The schema's words, made plain where something is simply not there, or is none of a few words. */
function plainMessage(message: string): string {
  if (message.endsWith('received undefined')) return 'is missing'
  const [, words] = /^Invalid discriminator value\. Expected (.+)$/.exec(message) ?? []
  return words === undefined ? message : `is none of ${words.replaceAll(/ \| /g, ', ').replaceAll("'", '')}`
}

function schemaIssues(file: string, error: z.ZodError): ContentIssue[] {
  return error.issues.map((issue) => ({
    severity: 'error',
    file,
    path: issue.path.map(String).join('.'),
    message: plainMessage(issue.message),
  }))
}

/**
 * Reads every `*.yml` of `folder`. Never throws because of what a file holds: syntax and schema mistakes are
 * `issues`, and such a file is missing from `files`. Throws when the folder itself cannot be read.
 */
export async function loadContent(folder: string): Promise<Content> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  const files = new Map<string, IntentFile>()
  const documents = new Map<string, unknown>()
  const lines = new Map<string, Read['line']>()
  const issues: ContentIssue[] = []
  for (const [index, name] of names.entries()) {
    const id = name.slice(0, -ending.length)
    const read = readYaml(fileName(id), texts[index] ?? '')
    issues.push(...read.issues)
    if (read.issues.length > 0) continue
    documents.set(id, read.document)
    lines.set(fileName(id), read.line)
    const result = IntentFile.safeParse(read.document)
    if (result.success) files.set(id, result.data)
    else issues.push(...schemaIssues(fileName(id), result.error))
  }
  return { files, issues, documents, lineOf: (file, path) => lines.get(file)?.(path) }
}
