import type { Heard } from '../guide/events.ts'
import type { Guide } from '../guide/guide.ts'
import { matchScreen } from '../guide/screen-message.ts'
import type { Understanding } from '../intent/understanding.ts'

/**
 * What a person means: what a rule decided comes first, then what their screen says, where they quote it, then the
 * model. A second matter that the model finds beside the quoted one is kept.
 */
export function heardIn(guide: Guide, { decision, rule }: Understanding, words: string): Heard {
  const place = rule === undefined ? matchScreen(guide.screenMessages, words) : undefined
  if (place === undefined) return decision
  const also = decision.kind === 'accept' && decision.intent === place.flow ? decision.also : undefined
  return { kind: 'screen', place, ...(also !== undefined && { also }) }
}
