import { removedSecret } from '../intent/secret-mark.ts'
import { redactSecrets } from '../intent/secrets.ts'
import type { TypedIn, Whisper } from './reply.ts'

/** Texts as they may be stored and passed on, and the warning that goes with what was removed. */
interface Cleaned {
  readonly texts: readonly string[]
  readonly whispers: readonly Whisper[]
}

/** Takes passwords, codes, security answers and the like out of what somebody typed; one warning, however many there were. */
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
  /^(?:(?:is|was|as|this|my|the|its?|new|old|是|我的?|新|旧)\s*)*(?:pass(?:word|wd|code|phrase)?|pwd?|pin|(?:(?:sms|verification|security|backup|recovery)\s)?(?:codes?|answers?)|otp|token|(?:api|secret)?\s?key|cookie|密码|口令|(?:短信)?验证码|校验码|动态码|(?:密保)?答案|令牌|密钥)\s*(?:is|was|are|是|为)?$/iu

/** What is left to read once the marks of removed secrets are gone; empty when there was nothing else. */
export function withoutMarks(text: string): string {
  const unmarked = text.replaceAll(removedSecret, ' ')
  if (unmarked === text) return text.trim()
  const rest = unmarked.replace(/\s+/g, ' ').trim()
  const words = rest.replace(/[\p{P}\p{S}]+/gu, ' ').trim()
  return words === '' || label.test(words) ? '' : rest
}
