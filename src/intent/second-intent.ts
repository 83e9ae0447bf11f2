import { words } from './features.ts'
import type { IntentId, TrainingLabel } from './intent-id.ts'
import type { Judgement } from './judge.ts'

/**
 * What can be wrong at once and is dealt with one after the other: the first keeps the person out whatever else is
 * wrong. What only decides between the branches of a flow is no second matter: whoever forgot both password and
 * answers is asked about the answers by the password's flow, and whoever lost both password and phone has no way left,
 * which is an intent of its own.
 */
const pairs: readonly (readonly [IntentId, IntentId])[] = [
  ['account_compromised', 'account_locked'],
  ['account_compromised', 'lost_secure_phone'],
  ['account_locked', 'no_recovery_options'],
  ['account_locked', 'lost_secure_phone'],
  ['account_locked', 'two_factor_failure'],
  ['account_locked', 'sms_code_not_received'],
  ['account_locked', 'security_questions'],
  ['account_locked', 'forgot_password'],
  ['account_locked', 'qr_expired'],
  ['account_locked', 'case_status'],
  ['forgot_password', 'two_factor_failure'],
  ['forgot_password', 'qr_expired'],
  ['forgot_password', 'case_status'],
]

/** Without such a word nobody means the intent: most messages need no look at their clauses. */
const cues: { readonly [intent in IntentId]?: RegExp } = {
  account_compromised:
    /hack|phish|pwned|compromis|scam|fake|fraud|some(?:one|body)|stranger|broke|break|steal|盗|黑|骗|钓鱼|泄|有人|别人/,
  account_locked: /lock|锁/,
  no_recovery_options: /\b(?:no|never|none|neither|nothing|without)\b|\bnot (?:have|set|bind)|没|未|无/,
  lost_secure_phone: /phone|number|\bsim\b|mobile|手机|号码?换|换号/,
  two_factor_failure: /twofactor|authentic|dynamic|token|两步|验证器|动态|令牌/,
  sms_code_not_received: /sms|code|短信|验证码/,
  security_questions: /question|answer|密保|答案/,
  forgot_password:
    /forget|\b(?:not|never|no longer) (?:know|remember|recall)|no idea|忘|不记得|记不|想不起|不知道/,
  qr_expired: /\bqr|scan|二维码|扫码/,
  case_status: /ticket|request|report|工单|进度/,
}

/** Where one matter may end and another begin. */
const seam =
  /[,.;:!?/&+，。；：！？、]+|\s[-–—]+\s|\b(?:and|but|also|plus|then|besides|while)\b|而且|并且|还有|同时|另外|然后|再加上|但是?|(?<=[了过])(?=[\p{Script=Han}]{3})/u
const fewestCharacters = 2
/** What is said in one breath stands near the beginning; a clause of a long mail costs as much as the mail. */
const longestBreath = 400
const mostClauses = 8
/** A clause counts when it alone says what it is about this surely. */
const sure = 0.6

/** Words that tie a clause to the one before it; left in, they make a second loss read as the last way in. */
const ties = /[也又还都](?!有)|\b(?:too|either|as well|now)\b/g

/** The parts of the first 400 characters that could each be a matter of its own; at most 8. */
function clauses(normalised: string): readonly string[] {
  const parts = normalised
    .slice(0, longestBreath)
    .split(seam)
    .filter((part) => words(part).join('').length >= fewestCharacters)
  return parts.slice(0, mostClauses)
}

/**
 * Two things a person asks for in one breath, the more blocking one first; undefined where they ask for one. Each
 * must stand in a clause of its own, so that two readings of one clause are not taken for two matters, and one must
 * be the likeliest intent of the whole.
 */
export function twoMatters(
  normalised: string,
  likeliest: IntentId | undefined,
  judge: (clause: string) => Judgement<TrainingLabel>,
): readonly [IntentId, IntentId] | undefined {
  const possible = pairs.filter(
    (pair) =>
      pair.some((intent) => intent === likeliest) && pair.every((intent) => cues[intent]?.test(normalised)),
  )
  if (possible.length === 0) return undefined
  const parts = clauses(normalised)
  if (parts.length < 2) return undefined
  const said = new Set(
    parts.flatMap((part) => {
      const { ranked, confidence } = judge(part.replace(ties, ' '))
      return confidence >= sure ? (ranked[0]?.label ?? []) : []
    }),
  )
  return possible.find((pair) => pair.every((intent) => said.has(intent)))
}
