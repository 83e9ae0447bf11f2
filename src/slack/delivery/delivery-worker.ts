import type { Log } from '../../application/ports.ts'
import type { LeasedPost, SendResult } from '../../application/post.ts'
import { Bell } from '../bell.ts'
import { errorCodeOf } from '../slack-failure.ts'
import { isMendable } from './outcome.ts'
import { PostSender, type SendingOptions } from './post-sender.ts'

interface DeliveryWorkerOptions extends SendingOptions {
  readonly log: Log
}

/** Makes Slack show what the posts say. */
export interface DeliveryWorker {
  /** Sends all that is due now; what fails waits for its next try. Rejects when the store cannot be read. */
  drain(): Promise<void>
  start(): void
  /** Something was committed: there may be posts to send. */
  wake(): void
  /** Stops, and waits for what is under way. */
  stop(): Promise<void>
}

/** How many posts are under way at once; each goes to another channel or person. */
const width = 4
/** Longer than all the calls of one attempt together. */
const leaseMs = 60_000
const shortestSleepMs = 10
const longestSleepMs = 30_000
const afterStoreFailureMs = 1_000

class Worker implements DeliveryWorker {
  readonly #options: DeliveryWorkerOptions
  readonly #sender: PostSender
  readonly #bell = new Bell()
  readonly #underWay = new Set<Promise<void>>()
  #running: Promise<void> | undefined
  #stopped = true
  /** What is due stays so until the next start: with Slack slow, a backlog would hold the stop up for minutes. */
  #stopping = false

  constructor(options: DeliveryWorkerOptions) {
    this.#options = options
    this.#sender = new PostSender(options)
  }

  async drain(): Promise<void> {
    const { store, clock } = this.#options
    for (;;) {
      const free = this.#stopping ? 0 : width - this.#underWay.size
      const due = free > 0 ? await store.leasePosts(clock.now(), leaseMs, free) : []
      for (const post of due) this.#begin(post)
      if (this.#underWay.size === 0) return
      await this.#bell.wait(undefined, this.#underWay)
    }
  }

  start(): void {
    if (!this.#stopped) return
    this.#stopped = false
    this.#stopping = false
    this.#running = this.#run()
  }

  wake(): void {
    this.#bell.ring()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#stopping = true
    this.#bell.ring()
    await this.#running
    await Promise.all(this.#underWay)
  }

  async #run(): Promise<void> {
    const { store, clock, log } = this.#options
    while (!this.#stopped) {
      try {
        await this.drain()
        const next = await store.nextPostAt()
        const ms = next === undefined ? longestSleepMs : next - clock.now()
        if (!this.#stopped) await this.#bell.wait(Math.min(Math.max(ms, shortestSleepMs), longestSleepMs))
      } catch (error) {
        log.error('posts could not be read', { code: errorCodeOf(error) })
        if (!this.#stopped) await this.#bell.wait(afterStoreFailureMs)
      }
    }
  }

  #begin(post: LeasedPost): void {
    const sending: Promise<void> = this.#send(post).finally(() => {
      this.#underWay.delete(sending)
    })
    this.#underWay.add(sending)
  }

  async #send(post: LeasedPost): Promise<void> {
    const { store, clock, log } = this.#options
    try {
      const result = await this.#sender.send(post)
      if (result === undefined) return
      if (await store.markSent(post, result, clock.now())) this.#report(post, result)
    } catch (error) {
      log.error('post could not be recorded', { post: post.id, code: errorCodeOf(error) })
    }
  }

  #report(post: LeasedPost, result: SendResult): void {
    const { log } = this.#options
    if (result.kind === 'sent' || result.code === 'paced') return
    const fields = { post: post.id, code: result.code, attempts: post.attempts + 1 }
    if (result.kind === 'dead') log.error('post given up', fields)
    else if (isMendable(result.code)) log.error('post waits until somebody mends this', fields)
    else if (result.code === 'ratelimited') log.info('post waits for Slack', fields)
    else log.warn(result.kind === 'unknown' ? 'post may have been sent' : 'post not sent', fields)
  }
}

export function createDeliveryWorker(options: DeliveryWorkerOptions): DeliveryWorker {
  return new Worker(options)
}
