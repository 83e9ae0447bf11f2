import type { Json } from './json.ts'

/** Something Slack hands to the app, and how it is wrapped. */
export type Delivery =
  | {
      readonly kind: 'event'
      readonly payload: Json
      readonly retry?: { readonly number: number; readonly reason: string }
    }
  | { readonly kind: 'interactive'; readonly payload: Json }
  | { readonly kind: 'command'; readonly payload: Readonly<Record<string, string>> }

/** What the app answered. */
export type Answer =
  | { readonly kind: 'acked'; readonly body: unknown }
  /** `unreachable`: it was not sent at all. `lost`: the connection ended before the answer. */
  | {
      readonly kind: 'failed'
      readonly reason: 'timeout' | 'http_error' | 'connection_failed' | 'unreachable' | 'lost'
      readonly noRetry?: boolean
    }

/** How long the app has to answer: Slack's 3 s. */
export const ackDeadlineMs = 3000

/** A way to the app: Socket Mode or signed HTTP. */
export interface Transport {
  readonly connected: boolean
  send(delivery: Delivery): Promise<Answer>
}
