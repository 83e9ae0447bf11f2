import type { Logger } from '@slack/bolt'
import { LogLevel } from '@slack/bolt'
import type { Log } from '../application/ports.ts'

/** What Slack's libraries say that is worth telling apart; the rest of such a line may hold a body or a token. */
const known: readonly (readonly [beginning: string, message: string])[] = [
  ['Failed to parse and verify', 'request refused: not signed by Slack, or too old'],
  ['Malformed request body', 'request refused: malformed'],
  ['Request body exceeded', 'request refused: too large'],
  ['http request failed', 'call to Slack failed'],
  ['WebSocket error', 'socket failed'],
  ['Failed to send', 'acknowledgement could not be sent'],
  ['Failed to retrieve a new WSS URL', 'socket address could not be had'],
  ['A ping wasn', 'socket fell silent'],
  ['A pong wasn', 'socket fell silent'],
]

function fixedMessage(parts: readonly unknown[], otherwise: string): string {
  const text = String(parts[0])
  return known.find(([beginning]) => text.startsWith(beginning))?.[1] ?? otherwise
}

/**
 * The logger handed to Slack's libraries. They log bodies and headers at debug and texts of errors above it, so nothing
 * of theirs is passed on: a line becomes one of our fixed messages, and debug and info lines are dropped.
 */
export function createLibraryLogger(log: Log): Logger {
  const drop = (): undefined => undefined
  return {
    debug: drop,
    info: drop,
    warn: (...parts: unknown[]) => log.warn(fixedMessage(parts, 'slack library warned')),
    error: (...parts: unknown[]) => log.error(fixedMessage(parts, 'slack library failed')),
    setLevel: drop,
    getLevel: () => LogLevel.INFO,
    setName: drop,
  }
}
