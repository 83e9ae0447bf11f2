import type { LogFields } from '../../src/application/ports.ts'
import { createLog } from '../../src/log.ts'

/** The real log, with its lines kept to be read. */
export function memoryLog() {
  const lines: string[] = []
  return {
    lines,
    log: createLog('info', (line) => lines.push(line)),
    /** The fields of each line with this message. */
    entries: (message: string): LogFields[] =>
      lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === message),
  }
}
