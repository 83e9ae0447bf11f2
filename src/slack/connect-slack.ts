import { App, type Receiver } from '@slack/bolt'
import type { Context } from '../application/context.ts'
import { planRound } from '../application/desk-round.ts'
import type { Clock, Ids, Log, Store } from '../application/ports.ts'
import { createTimerWorker } from '../application/timer-worker.ts'
import type { DeskPolicy } from '../desk/policy.ts'
import type { Guide } from '../guide/guide.ts'
import type { Classifier } from '../intent/understanding.ts'
import type { Language, Localised } from '../language.ts'
import { createDeliveryWorker } from './delivery/delivery-worker.ts'
import { createDirectory, type Postmasters } from './directory.ts'
import { createDmChannels } from './dm-channels.ts'
import { createNotReady } from './health.ts'
import { createLibraryLogger } from './library-logger.ts'
import type { Edge } from './listeners/edge.ts'
import { createFail } from './listeners/fail.ts'
import { registerListeners } from './listeners/register-listeners.ts'
import { checkPostmasterChannel } from './postmaster-channel.ts'
import { commitFirst } from './receiver/commit-first.ts'
import { createFrontDoor } from './receiver/front-door.ts'
import { openTransport, type Transport } from './receiver/transport.ts'
import { signIn } from './sign-in.ts'
import { originalError, slackFailure } from './slack-failure.ts'
import type { ViewContext } from './views/view-context.ts'
import { createWebClient, webClientOptions } from './web-client.ts'

interface SlackOptions {
  readonly slack: {
    readonly botToken: string
    readonly apiUrl: string
    readonly transport: Transport
    readonly postmasters: Postmasters
    /** The profile field that names a person's manager. */
    readonly managerField?: string
  }
  /** For Slack's requests in HTTP mode, and for health; left out: no health in Socket Mode, a free port in HTTP mode. */
  readonly port?: number
  readonly store: Store
  /** Asked anew each time: it may be replaced while we run. */
  readonly content: { readonly guide: Guide; readonly classifier: Classifier }
  readonly supportContact: Localised
  readonly defaultLanguage: Language
  readonly postmasterLanguage: Language
  readonly policy: DeskPolicy
  /** The user or channel that hears of cases which only their requester could confirm. */
  readonly securityContact: string
  readonly log: Log
  readonly clock: Clock
  readonly ids: Ids
}

export interface SlackConnection {
  /** Begins to receive, to send and to watch the time; throws StartupProblem when the port or the socket cannot be had. */
  start(): Promise<void>
  /** Takes nothing more, and finishes what was taken. */
  stop(): Promise<void>
  /** Where it listens, once started. */
  port(): number | undefined
}

/** Slack gives 3 s to answer; the rest is for the way back. */
const deadlineMs = 2_500
/** A look-up must leave time for the work itself. */
const lookUpMs = 1_000
/** A form's trigger lives for 3 s. */
const promptMs = 2_500
const sendingMs = 10_000
const hourMs = 3_600_000
/** Slack repeats for minutes; a day is ample. */
const rememberDeliveriesMs = 24 * hourMs

/** Work that goes on after Slack has its answer. */
function createBackground(log: Log) {
  const underWay = new Set<Promise<void>>()
  return {
    add(work: Promise<void>): void {
      const ended: Promise<void> = work
        .catch((error: unknown) => log.warn('whisper not delivered', { code: slackFailure(error).code }))
        .finally(() => {
          underWay.delete(ended)
        })
      underWay.add(ended)
    },
    idle: async (): Promise<void> => {
      await Promise.all(underWay)
    },
  }
}

/** Signs in, checks the postmaster channel and puts everything together; throws StartupProblem with what to do. */
export async function connectSlack(options: SlackOptions): Promise<SlackConnection> {
  const { slack, store, content, supportContact, log, clock, ids } = options
  const access = { botToken: slack.botToken, apiUrl: slack.apiUrl, log }
  const sending = createWebClient(access, sendingMs)
  const identity = await signIn(sending)
  await checkPostmasterChannel(sending, slack.postmasters.channel)

  const context: Context = {
    get guide() {
      return content.guide
    },
    get classifier() {
      return content.classifier
    },
    clock,
    ids,
    postmasterChannel: slack.postmasters.channel,
    postmasterLanguage: options.postmasterLanguage,
    postmasters: slack.postmasters,
    policy: options.policy,
    securityContact: options.securityContact,
  }
  const views: ViewContext = {
    get guide() {
      return content.guide
    },
    supportContact,
  }
  const dms = createDmChannels(sending)
  const posts = createDeliveryWorker({ store, client: sending, dms, views, clock, log })
  const directory = createDirectory({
    client: createWebClient(access, lookUpMs),
    postmasters: slack.postmasters,
    ...(slack.managerField !== undefined && { managerField: slack.managerField }),
    defaultLanguage: options.defaultLanguage,
    clock,
  })
  const timers = createTimerWorker({ store, context, directory, log, afterCommit: () => posts.wake() })
  const background = createBackground(log)
  const edge: Edge = {
    identity,
    store,
    context,
    views,
    dms,
    log,
    directory,
    client: createWebClient(access, promptMs),
    wake: () => {
      posts.wake()
      timers.wake()
    },
    inBackground: (work) => background.add(work),
  }
  return assemble(options, edge, { posts, timers, background })
}

interface Workers {
  readonly posts: ReturnType<typeof createDeliveryWorker>
  readonly timers: ReturnType<typeof createTimerWorker>
  readonly background: ReturnType<typeof createBackground>
}

/** Bolt behind the given receiver, with everything it listens to. */
function createApp({ slack, log }: SlackOptions, edge: Edge, receiver: Receiver): void {
  const app = new App({
    token: slack.botToken,
    botId: edge.identity.botId,
    botUserId: edge.identity.botUser,
    receiver,
    convoStore: false,
    attachFunctionToken: false,
    logger: createLibraryLogger(log),
    clientOptions: webClientOptions(slack.apiUrl, promptMs, log),
  })
  app.error(async (error) => {
    throw originalError(error)
  })
  registerListeners(app, edge)
}

function assemble(
  options: SlackOptions,
  edge: Edge,
  { posts, timers, background }: Workers,
): SlackConnection {
  const { slack, port, store, log, clock, ids } = options
  const transport = openTransport(slack.transport, { apiUrl: slack.apiUrl, clock, log })
  const receiver = commitFirst({ inner: transport.receivers, deadlineMs, fail: createFail(edge) })
  createApp(options, edge, receiver)

  const notReady = createNotReady({ store, clock, connected: transport.connected })
  const { slackEvents } = transport
  const door =
    port === undefined && slackEvents === undefined
      ? undefined
      : createFrontDoor({ port: port ?? 0, notReady, ...(slackEvents !== undefined && { slackEvents }) })
  const forget = (): void => {
    store
      .forgetDeliveries(clock.now() - rememberDeliveriesMs)
      .catch(() => log.warn('deliveries not forgotten'))
  }
  let forgetting: NodeJS.Timeout | undefined

  return {
    start: async () => {
      await door?.start()
      await receiver.start().catch(async (error: unknown) => {
        await Promise.all([receiver.stop(), door?.stop()])
        throw error
      })
      // Hours may have been set anew, and tickets may be older than reminders are.
      await store.deliver(`plan:${ids.next()}`, clock.now(), (tx) =>
        planRound(tx, edge.context, edge.identity.team),
      )
      posts.start()
      timers.start()
      forget()
      forgetting = setInterval(forget, hourMs).unref()
    },
    stop: async () => {
      clearInterval(forgetting)
      await Promise.all([receiver.idle(), door?.stop()])
      await receiver.stop()
      await receiver.idle()
      await timers.stop()
      await posts.stop()
      await background.idle()
    },
    port: () => door?.port(),
  }
}
