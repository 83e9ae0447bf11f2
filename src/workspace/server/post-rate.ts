/** Messages that may come in a burst before one a second is held to. */
const burst = 4

/** About one message a second a channel, with short bursts (docs.slack.dev, rate limits). */
export class PostRate {
  readonly #now: () => number
  readonly #buckets = new Map<string, { tokens: number; at: number }>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Seconds to wait before another message may go to the channel; 0 takes a place now. */
  take(channel: string): number {
    const now = this.#now()
    const bucket = this.#buckets.get(channel) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, bucket.tokens + (now - bucket.at) / 1000)
    if (tokens < 1) return Math.max(1, Math.ceil(1 - tokens))
    this.#buckets.set(channel, { tokens: tokens - 1, at: now })
    return 0
  }
}
