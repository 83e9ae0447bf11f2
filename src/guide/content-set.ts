import type { IntentFile } from './content.ts'

/** A mistake in the content. `path` is dotted, from the file's root (`flow.nodes.start.title.en`); '' is the file itself. */
export interface ContentIssue {
  readonly severity: 'error' | 'warning'
  /** The file's name, such as `account_locked.yml`. */
  readonly file: string
  readonly path: string
  readonly message: string
}

/** Everything in one content folder, keyed by file name without its ending (the intent's id, or `out_of_scope`). */
export interface Content {
  /** The files that fit the schema. */
  readonly files: ReadonlyMap<string, IntentFile>
  readonly issues: readonly ContentIssue[]
  /** Every readable file as it stands, so that a mistake in one place does not hide those in others. */
  readonly documents?: ReadonlyMap<string, unknown>
  /** The line, from 1, that an issue's file and path stand on; undefined where the file could not be read. */
  readonly lineOf?: (file: string, path: string) => number | undefined
}

export function fileName(id: string): string {
  return `${id}.yml`
}

/** One issue on one line: file, path, what is wrong. */
export function describeIssue({ severity, file, path, message }: ContentIssue): string {
  const where = path === '' ? file : `${file}: ${path}`
  return `${where}: ${severity === 'warning' ? 'warning: ' : ''}${message}`
}
