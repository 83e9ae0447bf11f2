import type { Heard } from '../guide/events.ts'
import type { FlowId, Guide } from '../guide/guide.ts'
import { pairQuestion } from '../guide/pair-question.ts'
import { nodeAt } from '../guide/place.ts'
import { thresholds } from '../intent/decide.ts'
import type { Understanding } from '../intent/understanding.ts'
import { type Language, localise } from '../language.ts'

/** A flow, with what stands on its button. */
function titled(guide: Guide, id: FlowId, language: Language): string {
  const title = guide.flows.get(id)?.title
  return title === undefined ? id : `${id} "${localise(title, language)}"`
}

/** What a person would see first, in words for whoever writes the content. */
export function wouldSee(heard: Heard, guide: Guide, language: Language): readonly string[] {
  const after = (also: FlowId | undefined): string[] =>
    also === undefined ? [] : [`and on it a button for what comes after: ${titled(guide, also, language)}`]
  switch (heard.kind) {
    case 'accept':
      return [`the first card of ${titled(guide, heard.intent, language)}`, ...after(heard.also)]
    case 'screen': {
      const { place, also } = heard
      const title = nodeAt(guide, place)?.title
      const words = title === undefined ? '' : ` "${localise(title, language)}"`
      return [`the card ${place.flow}/${place.node}${words}`, ...after(also)]
    }
    case 'clarify': {
      const question = pairQuestion(guide, heard.intents)
      return [
        `a question with ${heard.intents.length} buttons: ${heard.intents.join(', ')}, and "None of these"`,
        `asked as: ${question === undefined ? 'the general question' : localise(question, language)}`,
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
