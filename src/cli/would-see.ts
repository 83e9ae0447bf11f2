import type { Content } from '../guide/content-set.ts'
import { thresholds } from '../intent/decide.ts'
import type { IntentId } from '../intent/intent-id.ts'
import type { Decision, Understanding } from '../intent/understanding.ts'
import { type Language, localise } from '../language.ts'

/** What stands on the button of an intent. */
function titleOf(content: Content, intent: IntentId, language: Language): string {
  const title = content.files.get(intent)?.title
  return title === undefined ? '' : ` "${localise(title, language)}"`
}

/** The question that tells the two likeliest apart, where the content has one. */
function questionOf(content: Content, intents: readonly IntentId[], language: Language): string | undefined {
  const [first, second] = intents
  if (first === undefined || second === undefined) return undefined
  const ofOne = (one: IntentId, other: IntentId) => content.files.get(one)?.confusable_with?.[other]
  const question = ofOne(first, second) ?? ofOne(second, first)
  return question === undefined ? undefined : localise(question, language)
}

/** What a person would see after a decision, in words for whoever writes the content. */
export function wouldSee(decision: Decision, content: Content, language: Language): readonly string[] {
  switch (decision.kind) {
    case 'accept':
      return [
        `the first card of ${decision.intent}${titleOf(content, decision.intent, language)}`,
        ...(decision.also === undefined
          ? []
          : [
              `and on it a button for what comes after: ${decision.also}${titleOf(content, decision.also, language)}`,
            ]),
      ]
    case 'clarify': {
      const question = questionOf(content, decision.intents, language) ?? 'the general question'
      return [
        `a question with ${decision.intents.length} buttons: ${decision.intents.join(', ')}, and "None of these"`,
        `asked as: ${question}`,
      ]
    }
    case 'fallback':
      return ['what Postern can do, and the menu']
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** Which of the three zones a message fell into, and by what. */
export function zoneOf({ decision, rule, inScope, confidence }: Understanding): string {
  if (rule !== undefined) return 'none: the rule decided'
  switch (decision.kind) {
    case 'accept':
      return decision.also === undefined
        ? `answered at once: sure enough (${percent(confidence)}, at least ${percent(thresholds.accept)})`
        : 'answered at once: two matters, each in a clause of its own'
    case 'clarify':
      return `asked back: for us (${percent(inScope)}), but not sure what (${percent(confidence)}, below ${percent(thresholds.accept)})`
    case 'fallback':
      return `out of scope: hardly for us (${percent(inScope)}, below ${percent(thresholds.scope)})`
  }
}
