import type { Localised } from '../language.ts'
import type { FlowId, Guide } from './guide.ts'

/** The question that tells the two likeliest of `flows` (best first) apart; undefined where the content has none. */
export function pairQuestion(guide: Guide, flows: readonly FlowId[]): Localised | undefined {
  const [first = '', second = ''] = flows
  return (
    guide.flows.get(first)?.confusableWith.get(second) ?? guide.flows.get(second)?.confusableWith.get(first)
  )
}
