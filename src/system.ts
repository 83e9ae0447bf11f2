import { randomBytes, randomInt } from 'node:crypto'
import type { Clock, Ids } from './application/ports.ts'

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() }

/** No 0/O, 1/I/L, 5/S, 8/B: people read these out over the telephone. */
const readable = '234679ACDEFGHJKMNPQRTUVWXYZ'

/** A key that nobody can guess. */
export function randomKey(): string {
  return randomBytes(32).toString('hex')
}

export const randomIds: Ids = {
  next: () => randomBytes(15).toString('base64url'),
  reference: () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join(''),
}
