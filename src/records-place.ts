import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** Where the records are, and the key of their audit. */
interface RecordsPlace {
  readonly databaseUrl: string
  readonly auditKey: string
}

function keyIn(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
}

function writeKey(folder: string, path: string, key: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx' })
  return key
}

/**
 * With Slack what the settings say; without it `data/local`, with a key of its own beside the database. Where there is none yet
 * `draw` gives it; without `draw` there are no records, and the answer is undefined.
 */
export function recordsPlace(config: Config, root: string, draw?: () => string): RecordsPlace | undefined {
  const { slack, databaseUrl, auditKey } = config
  if (slack.kind === 'slack') return auditKey === undefined ? undefined : { databaseUrl, auditKey }
  const folder = join(root, 'data', 'local')
  const path = join(folder, 'audit-key')
  const key = keyIn(path) ?? (draw === undefined ? undefined : writeKey(folder, path, draw()))
  return key === undefined
    ? undefined
    : { databaseUrl: `sqlite:${join(folder, 'postern.db')}`, auditKey: key }
}
