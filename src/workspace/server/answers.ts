import type { Answer } from './delivery.ts'
import { PageRefusal } from './page-refusal.ts'

/** What the app answered; throws what Slack tells the person when it did not. */
export function answered(answer: Answer): unknown {
  if (answer.kind === 'acked') return answer.body
  throw new PageRefusal(
    answer.reason === 'timeout' || answer.reason === 'lost' ? 'operation_timeout' : 'dispatch_failed',
  )
}
