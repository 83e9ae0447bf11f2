import type { WebClient } from '@slack/web-api'
import type { Clock, Store } from '../../application/ports.ts'
import type { LeasedPost, SendResult } from '../../application/post.ts'
import { postEventType } from '../action.ts'
import { asWritten } from '../as-written.ts'
import type { DmChannels } from '../dm-channels.ts'
import { type SlackFailure, slackFailure } from '../slack-failure.ts'
import { type RenderedPost, renderPost } from '../views/render-post.ts'
import type { ViewContext } from '../views/view-context.ts'
import { findPost } from './find-post.ts'
import { later, outcomeBefore, outcomeOf, uncertainStill } from './outcome.ts'
import { Pace } from './pace.ts'

export interface SendingOptions {
  readonly store: Store
  readonly client: WebClient
  readonly dms: DmChannels
  readonly views: ViewContext
  readonly clock: Clock
}

type Message = Extract<RenderedPost, { kind: 'message' }>
type Home = Extract<RenderedPost, { kind: 'home' }>
type Sent = NonNullable<LeasedPost['sent']>

/** A message must be missing for this long before it counts as never sent: Slack's history may lag behind. */
const surelyMissingMs = 10_000

/** The message is not there (any more), or not ours to change: it has to be posted anew. */
const gone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])

/** Ends an attempt with what is known; without a result the lease was lost, and the post is another worker's. */
class Ended extends Error {
  readonly result: SendResult | undefined
  constructor(result?: SendResult) {
    super('ended')
    this.result = result
  }
}

/** Brings one post up to date in Slack. */
export class PostSender {
  readonly #options: SendingOptions
  readonly #pace: Pace

  constructor(options: SendingOptions) {
    this.#options = options
    this.#pace = new Pace(options.clock)
  }

  /** Sends, edits or publishes, as the post's state demands, and says what became of it; undefined: the lease was lost. */
  async send(post: LeasedPost): Promise<SendResult | undefined> {
    const { dms, clock } = this.#options
    const rendered = this.#render(post)
    if (rendered === undefined) return { kind: 'dead', code: 'unrenderable' }
    try {
      return rendered.kind === 'home' ? await this.#publish(post, rendered) : await this.#show(post, rendered)
    } catch (error) {
      if (error instanceof Ended) return error.result
      const failure = slackFailure(error)
      if (failure.code === 'channel_not_found' && post.surface.kind === 'dm') dms.forget(post.surface.user)
      return outcomeOf(post, failure, clock.now())
    }
  }

  #render(post: LeasedPost): RenderedPost | undefined {
    try {
      return renderPost(post.view, this.#options.views)
    } catch {
      return undefined
    }
  }

  async #publish(post: LeasedPost, { view }: Home): Promise<SendResult> {
    const { client } = this.#options
    if (post.surface.kind === 'channel') return { kind: 'dead', code: 'home_of_nobody' }
    const { user } = post.surface
    await this.#announce(post)
    await client.views.publish({ user_id: user, view })
    return { kind: 'sent', channel: user, ts: 'home' }
  }

  async #show(post: LeasedPost, message: Message): Promise<SendResult> {
    const { dms, clock } = this.#options
    const { surface, sent } = post
    if (sent !== undefined) {
      const failure = await this.#edit(post, message, sent)
      if (failure === undefined) return { kind: 'sent', ...sent }
      if (!gone.has(failure.code)) return outcomeOf(post, failure, clock.now())
    }
    const channel =
      surface.kind === 'channel' ? surface.channel : await this.#before(post, dms.of(surface.user))
    const ts = await this.#lookFor(post, channel)
    if (ts === undefined) return await this.#create(post, message, channel)
    const failure = await this.#edit(post, message, { channel, ts })
    if (failure === undefined) return { kind: 'sent', channel, ts }
    if (gone.has(failure.code)) return await this.#create(post, message, channel)
    return uncertainStill(outcomeOf(post, failure, clock.now()))
  }

  async #create(post: LeasedPost, message: Message, channel: string): Promise<SendResult> {
    const { client } = this.#options
    if (post.surface.kind === 'channel') {
      const at = this.#pace.waitUntil(channel)
      if (at !== undefined) return later(post, at, 'paced')
      this.#pace.took(channel)
    }
    await this.#announce(post)
    const answer = await client.chat.postMessage({ channel, ...this.#content(post, message) })
    return { kind: 'sent', channel: answer.channel ?? channel, ts: answer.ts ?? '' }
  }

  async #edit(post: LeasedPost, message: Message, at: Sent): Promise<SlackFailure | undefined> {
    const { client } = this.#options
    await this.#announce(post)
    try {
      await client.chat.update({ ...at, ...this.#content(post, message) })
      return undefined
    } catch (error) {
      return slackFailure(error)
    }
  }

  /** A message whose sending may have worked is looked for first, until it is surely missing. */
  async #lookFor(post: LeasedPost, channel: string): Promise<string | undefined> {
    const { client, clock } = this.#options
    const { id, uncertainSince: since } = post
    if (since === undefined) return undefined
    const ts = await this.#before(post, findPost(client, { post: id, channel, since }))
    if (ts === undefined && clock.now() < since + surelyMissingMs) {
      throw new Ended(later(post, since + surelyMissingMs, 'not_found_yet'))
    }
    return ts
  }

  /** Calls that show nobody anything: when one fails, nothing was sent. */
  async #before<T>(post: LeasedPost, call: Promise<T>): Promise<T> {
    try {
      return await call
    } catch (error) {
      throw new Ended(outcomeBefore(post, slackFailure(error), this.#options.clock.now()))
    }
  }

  async #announce(post: LeasedPost): Promise<void> {
    const { store, clock } = this.#options
    if (!(await store.markSending(post, clock.now()))) throw new Ended()
  }

  #content(post: LeasedPost, { text, blocks }: Message) {
    return {
      ...asWritten,
      text,
      blocks,
      metadata: { event_type: postEventType, event_payload: { post_id: post.id } },
    }
  }
}
