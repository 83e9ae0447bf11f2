import { redactSecrets } from '../intent/secrets.ts'
import type { Whisper } from './reply.ts'

/** Texts as they may be stored and passed on, and the warning that goes with what was removed. */
export interface Cleaned {
  readonly texts: readonly string[]
  readonly whispers: readonly Whisper[]
}

/** Takes passwords, codes and security answers out of what somebody typed; one warning, however many there were. */
export function removeSecrets(texts: readonly string[]): Cleaned {
  const redacted = texts.map((text) => redactSecrets(text))
  const secrets = [...new Set(redacted.flatMap(({ found }) => found))]
  return {
    texts: redacted.map(({ text }) => text),
    whispers: secrets.length === 0 ? [] : [{ kind: 'secret_removed', secrets }],
  }
}

/** What is left to read once the marks of removed secrets are gone; empty when there was nothing else. */
export function withoutMarks(text: string): string {
  const rest = text.replaceAll('[secret removed]', ' ').replace(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(rest) ? rest : ''
}
