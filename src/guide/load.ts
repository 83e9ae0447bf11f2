import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { z } from 'zod'
import { IntentFile } from './content.ts'
import { type Content, type ContentIssue, fileName } from './content-set.ts'

const ending = '.yml'

/** YAML text to a value; every syntax error becomes an issue with its line. */
function readYaml(file: string, text: string): { document?: unknown; issues: ContentIssue[] } {
  const parsed = parseDocument(text, { prettyErrors: true })
  if (parsed.errors.length === 0) return { document: parsed.toJS({ maxAliasCount: 0 }), issues: [] }
  const issues = parsed.errors.map((error): ContentIssue => {
    const line = error.linePos?.[0].line
    const what = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''
    return {
      severity: 'error',
      file,
      path: line === undefined ? '' : `line ${line}`,
      message: `bad YAML: ${what}`,
    }
  })
  return { issues }
}

function schemaIssues(file: string, error: z.ZodError): ContentIssue[] {
  return error.issues.map((issue) => ({
    severity: 'error',
    file,
    path: issue.path.map(String).join('.'),
    message: issue.message,
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
  const issues: ContentIssue[] = []
  for (const [index, name] of names.entries()) {
    const id = name.slice(0, -ending.length)
    const read = readYaml(fileName(id), texts[index] ?? '')
    issues.push(...read.issues)
    if (read.issues.length > 0) continue
    documents.set(id, read.document)
    const result = IntentFile.safeParse(read.document)
    if (result.success) files.set(id, result.data)
    else issues.push(...schemaIssues(fileName(id), result.error))
  }
  return { files, issues, documents }
}
