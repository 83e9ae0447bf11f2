import { pino } from 'pino'
import type { Log, LogFields } from './application/ports.ts'

const allowed = {
  reference: true,
  code: true,
  detail: true,
  delivery: true,
  post: true,
  timer: true,
  attempts: true,
  ticket: true,
  sequence: true,
  hash: true,
  count: true,
} as const satisfies Record<keyof LogFields, true>

/** Only the named fields reach the log, whatever an object carries besides. */
function allowedOnly(fields: LogFields = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name in allowed))
}

/** JSON lines on standard output (or `write`), holding fixed messages and allow-listed fields. */
export function createLog(level: string, write?: (line: string) => void): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  const logger = write === undefined ? pino(options) : pino(options, { write })
  const recorder = logger.child({}, { level: 'info' })
  return {
    info: (message, fields) => logger.info(allowedOnly(fields), message),
    warn: (message, fields) => logger.warn(allowedOnly(fields), message),
    error: (message, fields) => logger.error(allowedOnly(fields), message),
    record: (message, fields) => recorder.info(allowedOnly(fields), message),
  }
}
