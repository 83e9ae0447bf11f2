import { createHmac } from 'node:crypto'
import { type Answer, ackDeadlineMs, type Delivery, type Transport } from './delivery.ts'
import { parseJson } from './json.ts'
import type { Schedule } from './schedule.ts'

interface HttpTransportOptions {
  readonly signingSecret: string
  readonly now: () => number
  readonly schedule: Schedule
}

function encode(delivery: Delivery): { type: string; body: string } {
  const form = 'application/x-www-form-urlencoded'
  switch (delivery.kind) {
    case 'event':
      return { type: 'application/json', body: JSON.stringify(delivery.payload) }
    case 'interactive':
      return {
        type: form,
        body: new URLSearchParams({ payload: JSON.stringify(delivery.payload) }).toString(),
      }
    case 'command':
      return { type: form, body: new URLSearchParams({ ...delivery.payload }).toString() }
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  if (!response.ok) {
    return { kind: 'failed', reason: 'http_error', noRetry: response.headers.get('x-slack-no-retry') === '1' }
  }
  return { kind: 'acked', body: text === '' ? undefined : (parseJson(text) ?? text) }
}

/** Signed POSTs to the app's request URL, as Slack sends them. */
export class HttpTransport implements Transport {
  readonly #options: HttpTransportOptions
  #url: string | undefined
  readonly #controllers = new Set<AbortController>()

  constructor(url: string | undefined, options: HttpTransportOptions) {
    this.#url = url
    this.#options = options
  }

  get connected(): boolean {
    return this.#url !== undefined
  }

  setUrl(url: string | undefined): void {
    this.#url = url
  }

  stop(): void {
    for (const controller of this.#controllers) controller.abort()
  }

  async send(delivery: Delivery): Promise<Answer> {
    if (this.#url === undefined) return { kind: 'failed', reason: 'unreachable' }
    const { type, body } = encode(delivery)
    const controller = new AbortController()
    this.#controllers.add(controller)
    const cancel = this.#options.schedule(ackDeadlineMs, () => controller.abort())
    try {
      const headers = { 'content-type': type, ...this.#signature(body), ...retryHeaders(delivery) }
      return await answerOf(
        await fetch(this.#url, {
          method: 'POST',
          body,
          headers,
          redirect: 'manual',
          signal: controller.signal,
        }),
      )
    } catch {
      return { kind: 'failed', reason: controller.signal.aborted ? 'timeout' : 'connection_failed' }
    } finally {
      cancel()
      this.#controllers.delete(controller)
    }
  }

  #signature(body: string): Record<string, string> {
    const time = String(Math.floor(this.#options.now() / 1000))
    const digest = createHmac('sha256', this.#options.signingSecret)
      .update(`v0:${time}:${body}`)
      .digest('hex')
    return { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${digest}` }
  }
}

function retryHeaders(delivery: Delivery): Record<string, string> {
  if (delivery.kind !== 'event' || delivery.retry === undefined) return {}
  const { number, reason } = delivery.retry
  return {
    'x-slack-retry-num': String(number),
    'x-slack-retry-reason': reason === 'timeout' ? 'http_timeout' : reason,
  }
}
