import type { Decision, Ranked } from './understanding.ts'

/** Chosen on a set of messages in English and Chinese that served for other choices too, so no measure of how well they do. */
export const thresholds = {
  /** Less likely about the mailbox than this: say so, rather than guess. */
  scope: 0.4,
  /** The best intent is taken at once when it is this likely among the intents … */
  accept: 0.7,
  /** … this far ahead of the second … */
  lead: 0.4,
  /** … and the message is this likely about the mailbox. */
  acceptScope: 0.55,
  /** Asking back offers every intent at least this likely, but always two and never more than four. */
  offer: 0.06,
} as const

const fewestOffered = 2
const mostOffered = 4

/** What to do: `ranked` best first, probabilities sum to 1; `scope` 0..1 is how likely the message is for us at all. */
export function decide(ranked: readonly Ranked[], scope: number): Decision {
  const [first, second] = ranked
  if (first === undefined || scope < thresholds.scope) return { kind: 'fallback' }
  const lead = first.probability - (second?.probability ?? 0)
  if (first.probability >= thresholds.accept && lead >= thresholds.lead && scope >= thresholds.acceptScope) {
    return { kind: 'accept', intent: first.intent }
  }
  const likely = ranked.filter(({ probability }) => probability >= thresholds.offer).length
  const offered = Math.min(mostOffered, Math.max(fewestOffered, likely))
  return { kind: 'clarify', intents: ranked.slice(0, offered).map(({ intent }) => intent) }
}
