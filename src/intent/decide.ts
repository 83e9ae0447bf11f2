import type { Decision, Understanding } from './understanding.ts'

/**
 * Chosen on held-out utterances and on labelled messages together, to lead at most 4 % of the messages in scope and
 * at most 3 % of the others down a wrong path.
 */
export const thresholds = {
  /** Less likely about the mailbox than this: say so, rather than guess. */
  scope: 0.42,
  /** The best intent is taken at once when it is this likely what the person wants. */
  accept: 0.78,
  /** Asking back offers every intent at least this likely, but always two and never more than four. */
  offer: 0.06,
} as const

const fewestOffered = 2
const mostOffered = 4

/** One of three zones: take the best intent, ask which of the likeliest, or say that it is not for us. */
export function decide({
  ranked,
  inScope,
  confidence,
}: Pick<Understanding, 'ranked' | 'inScope' | 'confidence'>): Decision {
  const [first] = ranked
  if (first === undefined) return { kind: 'fallback' }
  if (confidence >= thresholds.accept) return { kind: 'accept', intent: first.intent }
  if (inScope < thresholds.scope) return { kind: 'fallback' }
  const likely = ranked.filter(({ probability }) => probability >= thresholds.offer).length
  const offered = Math.min(mostOffered, Math.max(fewestOffered, likely))
  return { kind: 'clarify', intents: ranked.slice(0, offered).map(({ intent }) => intent) }
}
