import { words } from './features.ts'
import type { IntentId, TrainingLabel } from './intent-id.ts'
import type { Judgement } from './judge.ts'

/** What can be wrong at once and is dealt with one after the other: the first keeps the person out whatever else is wrong. */
const pairs: readonly (readonly [IntentId, IntentId])[] = [
  ['account_compromised', 'account_locked'],
  ['account_compromised', 'lost_secure_phone'],
  ['account_locked', 'no_recovery_options'],
  ['account_locked', 'lost_secure_phone'],
  ['account_locked', 'two_factor_failure'],
  ['account_locked', 'sms_code_not_received'],
  ['account_locked', 'security_questions'],
  ['account_locked', 'forgot_password'],
]

/** Where one matter may end and another begin. */
const seam = /[,.;:!?，。；：！？、]+|\b(?:and|but|also|plus|then)\b|而且|并且|还有|同时|另外|然后|但是?/u
const fewestCharacters = 2
const mostClauses = 8
/** A clause counts when it alone says what it is about this surely. */
const sure = 0.65

/** The parts of normalised text that could each be a matter of its own; at most 8. */
function clauses(normalised: string): readonly string[] {
  const parts = normalised.split(seam).filter((part) => words(part).join('').length >= fewestCharacters)
  return parts.slice(0, mostClauses)
}

/**
 * Two things a person asks for in one breath, the more blocking one first; undefined where they ask for one. Each
 * must stand in a clause of its own, so that two readings of one clause are not taken for two matters.
 */
export function twoMatters(
  normalised: string,
  judge: (clause: string) => Judgement<TrainingLabel>,
): readonly [IntentId, IntentId] | undefined {
  const parts = clauses(normalised)
  if (parts.length < 2) return undefined
  const said = new Set(
    parts.flatMap((part) => {
      const { ranked, confidence } = judge(part)
      return confidence >= sure ? (ranked[0]?.label ?? []) : []
    }),
  )
  return pairs.find((pair) => pair.every((intent) => said.has(intent)))
}
