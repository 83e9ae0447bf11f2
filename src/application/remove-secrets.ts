import { redactSecrets, removedSecret } from '../intent/secrets.ts'
import type { TypedIn, Whisper } from './reply.ts'

/** Texts as they may be stored and passed on, and the warning that goes with what was removed. */
interface Cleaned {
  readonly texts: readonly string[]
  readonly whispers: readonly Whisper[]
}

/** Takes passwords, codes and security answers out of what somebody typed; one warning, however many there were. */
export function removeSecrets(texts: readonly string[], typedIn: TypedIn): Cleaned {
  const redacted = texts.map((text) => redactSecrets(text))
  const secrets = [...new Set(redacted.flatMap(({ found }) => found))]
  return {
    texts: redacted.map(({ text }) => text),
    whispers: secrets.length === 0 ? [] : [{ kind: 'secret_removed', secrets, typedIn }],
  }
}

/** The words that announce a secret and say nothing by themselves, in both languages. */
const label =
  /^(?:(?:is|was|as|this|my|the|its?|new|old|是|我的?|新|旧)\s*)*(?:password|passwd|passcode|pass|pwd|pin|(?:(?:sms|verification|security)\s)?(?:code|answer)|otp|密码|口令|(?:短信)?验证码|校验码|动态码|(?:密保)?答案)\s*(?:is|was|是|为)?$/iu

/** What is left to read once the marks of removed secrets are gone; empty when there was nothing else. */
export function withoutMarks(text: string): string {
  if (!text.includes(removedSecret)) return text.trim()
  const rest = text.replaceAll(removedSecret, ' ').replace(/\s+/g, ' ').trim()
  const words = rest.replace(/[\p{P}\p{S}]+/gu, ' ').trim()
  return words === '' || label.test(words) ? '' : rest
}
