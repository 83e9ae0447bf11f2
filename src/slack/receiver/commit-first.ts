import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import { z } from 'zod'
import { PosternError } from '../../application/errors.ts'
import { Delivery } from './delivery.ts'

interface CommitFirstOptions {
  /** Bolt's receivers; two connections of Socket Mode are two of them. */
  readonly inner: readonly Receiver[]
  /** Slack waits 3 s for its answer. */
  readonly deadlineMs: number
  /** Turns an error into an answer, or throws so that the delivery is left unanswered and comes again. */
  readonly fail: (error: unknown, delivery: Delivery) => Promise<void>
}

/** A receiver that answers Slack only after the listeners' work is done, and can wait for what is under way. */
export interface CommitFirstReceiver extends Receiver {
  /** Resolves once nothing that Slack sent is still being worked on. */
  idle(): Promise<void>
}

/** What the inner receivers' `customPropertiesExtractor` must give: a name for the request, the same when it comes twice. */
const RequestName = z.object({ request: z.string() })

const Event = z.object({ event_id: z.string() })

/** Events are known by their own id, whichever way and however often they come; the rest by the request. */
function keyOf({ body, customProperties }: ReceiverEvent): string {
  const event = Event.safeParse(body)
  return event.success ? event.data.event_id : RequestName.parse(customProperties).request
}

async function inTime(work: Promise<void>, deadlineMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), deadlineMs)
  })
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Decorates Bolt's receivers so that Slack is acknowledged after the commit, not before: they are handed an App whose
 * `processEvent` keeps every `ack()` back and settles once, when the listeners are done or at the deadline.
 * Bolt alone answers an event before its listener runs, and loses it when the process dies in between.
 */
export function commitFirst({ inner, deadlineMs, fail }: CommitFirstOptions): CommitFirstReceiver {
  const underWay = new Set<Promise<void>>()

  async function process(app: App, event: ReceiverEvent): Promise<void> {
    const delivery = new Delivery(keyOf(event), event)
    const ack = async (answer?: unknown): Promise<void> => {
      // Bolt acknowledges an event before it is handled; that says nothing yet
      if (delivery.kind !== 'event') delivery.answer(answer)
    }
    const work = app
      .processEvent({ ...event, ack, customProperties: { delivery } })
      .catch((error: unknown) => fail(error, delivery))
    const ended: Promise<void> = work
      .catch(() => undefined)
      .finally(() => {
        underWay.delete(ended)
      })
    underWay.add(ended)
    try {
      if (!(await inTime(work, deadlineMs))) await fail(new PosternError('too_slow'), delivery)
    } catch (error) {
      delivery.abandon()
      throw error
    }
    await delivery.settle()
  }

  return {
    init: (app) => {
      const decorated: App = Object.create(app, {
        processEvent: { value: (event: ReceiverEvent) => process(app, event) },
      })
      for (const receiver of inner) receiver.init(decorated)
    },
    start: async () => await Promise.all(inner.map((receiver) => receiver.start())),
    stop: async () => await Promise.all(inner.map((receiver) => receiver.stop())),
    idle: async () => {
      await Promise.all(underWay)
    },
  }
}
