import type { IntentId } from '../../src/intent/intent-id.ts'
import type { Classifier, Decision } from '../../src/intent/understanding.ts'

const accepted: [RegExp, IntentId][] = [
  [/locked|锁/, 'account_locked'],
  [/forgot|忘/, 'forgot_password'],
  [/person|人工/, 'talk_to_human'],
  [/my case|进度/, 'case_status'],
  [/thanks|谢/, 'thanks_goodbye'],
]

function decide(text: string): Decision {
  if (text.includes('either')) return { kind: 'clarify', intents: ['account_locked', 'case_status'] }
  const [first, second] = accepted.filter(([words]) => words.test(text)).map(([, intent]) => intent)
  if (first === undefined) return { kind: 'fallback' }
  return { kind: 'accept', intent: first, ...(second !== undefined && { also: second }) }
}

/** Understands five intents by a word each, two of them at once, "either" as a question back, and nothing else; notes all it was asked. */
export class KeywordClassifier implements Classifier {
  readonly asked: string[] = []
  understand(text: string) {
    this.asked.push(text)
    const decision = decide(text)
    const intent = decision.kind === 'accept' ? decision.intent : 'which_path'
    return { decision, intent, confidence: 1, inScope: 1, ranked: [], language: 'en' as const, evidence: [] }
  }
}
