import { z } from 'zod'
import { type ErrorCode, errorTable, PosternError } from '../../application/errors.ts'
import type { Ids } from '../../application/ports.ts'
import { asWritten } from '../as-written.ts'
import type { Delivery } from '../receiver/delivery.ts'
import { detailOf, errorCodeOf } from '../slack-failure.ts'
import { renderWhisper } from '../views/render-whisper.ts'
import type { Edge } from './edge.ts'
import { type WhisperRoute, whisper } from './whisper.ts'

/** What it takes to say that something went wrong. */
interface FailOptions extends Pick<Edge, 'log' | 'views' | 'client' | 'dms' | 'inBackground'> {
  readonly context: { readonly ids: Ids }
}

/** As much of any payload as it takes to answer the person behind it. */
const Payload = z.object({
  response_url: z.string().optional(),
  user_id: z.string().optional(),
  user: z.object({ id: z.string() }).optional(),
  channel: z.object({ id: z.string() }).optional(),
  event: z.object({ user: z.string().optional(), channel: z.string().optional() }).optional(),
  view: z
    .object({ blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })) })
    .optional(),
})
type Payload = z.infer<typeof Payload>

/** The number of times Slack repeats an event that was not acknowledged. */
const lastRetry = 3

function routeOf({ response_url: url, user_id, user, channel, event }: Payload): WhisperRoute | undefined {
  const who = user_id ?? user?.id ?? event?.user
  return who === undefined ? undefined : { user: who, url, channel: channel?.id ?? event?.channel }
}

/** A form shows an error under one of its inputs; where it has none, its person gets a whisper. */
function firstInput({ view }: Payload): string | undefined {
  return view?.blocks.find((block) => block.type === 'input')?.block_id
}

function tell(edge: FailOptions, delivery: Delivery, code: ErrorCode, reference: string): void {
  const words = renderWhisper({ kind: 'error', code, reference }, delivery.language, edge.views)
  const payload = Payload.safeParse(delivery.body).data ?? {}
  const input = delivery.kind === 'submission' ? firstInput(payload) : undefined
  const route = routeOf(payload)
  if (delivery.kind === 'command') delivery.answer({ response_type: 'ephemeral', ...asWritten, ...words })
  else if (input !== undefined)
    delivery.answer({ response_action: 'errors', errors: { [input]: words.text } })
  else if (route !== undefined) edge.inBackground(whisper(edge, route, words))
}

/**
 * The one place where an error becomes words: one log line and, for the person, the same reference. An event throws on, is
 * left unacknowledged and comes again; its person is told when it has come for the last time. All else is told at once.
 */
export function createFail(edge: FailOptions): (error: unknown, delivery: Delivery) => Promise<void> {
  return async (error, delivery) => {
    const code = errorCodeOf(error)
    const reference = edge.context.ids.reference()
    const detail = detailOf(error)
    edge.log.error('delivery failed', {
      reference,
      code,
      delivery: delivery.key,
      attempts: delivery.retry + 1,
      ...(detail !== undefined && { detail }),
    })
    if (delivery.settled) return
    const comesAgain = delivery.kind === 'event' && (errorTable[code].retry || code === 'internal')
    if (!comesAgain || delivery.retry >= lastRetry) tell(edge, delivery, code, reference)
    if (comesAgain) throw new PosternError(code, { cause: error })
  }
}
