import type { Clock } from '../../application/ports.ts'

/** Slack takes about one new message a second in a channel; docs.slack.dev/apis/web-api/rate-limits. */
const apartMs = 1_000

/** Keeps new messages of one channel a second apart. */
export class Pace {
  readonly #clock: Clock
  readonly #nextAt = new Map<string, number>()
  constructor(clock: Clock) {
    this.#clock = clock
  }
  /** When the next message may go to this channel, if not now. */
  waitUntil(channel: string): number | undefined {
    const at = this.#nextAt.get(channel) ?? 0
    const now = this.#clock.now()
    return at > now && at <= now + apartMs ? at : undefined
  }
  /** A message is about to go there. */
  took(channel: string): void {
    this.#nextAt.set(channel, this.#clock.now() + apartMs)
  }
}
