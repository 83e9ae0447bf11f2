import type { ReceiverEvent } from '@slack/bolt'
import type { Language } from '../../language.ts'

/** What a failed delivery is owed: an event is sent again by Slack, everything else is answered now. */
type DeliveryKind = 'event' | 'command' | 'submission' | 'other'

function kindOf(body: ReceiverEvent['body']): DeliveryKind {
  if (body.event !== undefined) return 'event'
  if (body.command !== undefined) return 'command'
  return body.type === 'view_submission' ? 'submission' : 'other'
}

/** One thing that Slack sent us, with its acknowledgement held back until the work is committed. */
export class Delivery {
  readonly key: string
  readonly kind: DeliveryKind
  readonly body: Readonly<Record<string, unknown>>
  /** Which attempt of Slack's this is, counted from 0. */
  readonly retry: number
  /** The language of whoever acts, once it is known. */
  language: Language = 'en'
  readonly #acknowledge: ReceiverEvent['ack']
  #answer: { readonly value: unknown } | undefined
  #settled = false

  constructor(key: string, event: ReceiverEvent) {
    this.key = key
    this.kind = kindOf(event.body)
    this.body = event.body
    this.retry = event.retryNum ?? 0
    this.#acknowledge = event.ack
  }

  /** Whether Slack has had its answer, or will get none. */
  get settled(): boolean {
    return this.#settled
  }

  /** Keeps what Slack is to be answered; the first answer counts. */
  answer(value?: unknown): void {
    this.#answer ??= { value }
  }

  /** Sends the answer, once; where there is none, a plain acknowledgement. */
  async settle(): Promise<void> {
    if (this.#settled) return
    this.#settled = true
    await this.#acknowledge(this.#answer?.value)
  }

  /** Leaves Slack without an answer, so that it sends the same again. */
  abandon(): void {
    this.#settled = true
  }
}

/** The delivery that `commitFirst` put into Bolt's context. */
export function deliveryIn(context: { readonly [name: string]: unknown }): Delivery {
  const { delivery } = context
  if (delivery instanceof Delivery) return delivery
  throw new TypeError('the receiver does not commit first')
}
