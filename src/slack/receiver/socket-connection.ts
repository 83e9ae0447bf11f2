import { type Receiver, SocketModeReceiver } from '@slack/bolt'
import { z } from 'zod'
import type { Log } from '../../application/ports.ts'
import { Bell } from '../bell.ts'
import { createLibraryLogger } from '../library-logger.ts'
import { slackFailure } from '../slack-failure.ts'
import { StartupProblem } from '../startup-problem.ts'
import { webClientOptions } from '../web-client.ts'

interface SocketConnectionOptions {
  readonly appToken: string
  readonly apiUrl: string
  readonly log: Log
}

/** One connection of Socket Mode that is opened again at once when Slack closes it. */
interface SocketConnection extends Receiver {
  connected(): boolean
}

const openingMs = 10_000
const closingMs = 2_000
const longestPauseMs = 30_000

const Envelope = z.object({ envelope_id: z.string() })

function refusal(error: unknown): StartupProblem {
  const { kind, code } = slackFailure(error)
  const message =
    kind === 'refused'
      ? `Slack does not accept SLACK_APP_TOKEN (${code}).\n` +
        'Copy it from api.slack.com/apps > your app > Basic Information > App-Level Tokens (scope connections:write), and switch Socket Mode on.'
      : `Slack’s Socket Mode cannot be reached (${code}).\nCheck this machine’s way to the internet; then start Postern again.`
  return new StartupProblem(message, { cause: error, passes: kind !== 'refused' })
}

const settledWithin = (work: Promise<unknown>, ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
    work.then(
      () => resolve(),
      () => resolve(),
    )
  })

function createBoltReceiver({ appToken, apiUrl, log }: SocketConnectionOptions): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: createLibraryLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: webClientOptions(apiUrl, openingMs, log) },
    customPropertiesExtractor: (envelope) => {
      const { data } = Envelope.safeParse(envelope)
      if (data !== undefined) return { request: data.envelope_id }
      // thrown here, an error would end the process; without a name the message goes no further
      log.warn('socket message without an envelope')
      return {}
    },
    // an event that failed is left unacknowledged, and Slack sends it again
    processEventErrorHandler: async () => false,
  })
}

/**
 * Bolt's Socket Mode receiver with a reconnection of our own: the library's waits 5 s before it opens a closed
 * connection again, deaf meanwhile, and an error on the way ends the process.
 */
export function createSocketConnection(options: SocketConnectionOptions): SocketConnection {
  const { log } = options
  const receiver = createBoltReceiver(options)
  const socket = receiver.client
  let stopped = false
  let isConnected = false
  let opening: Promise<boolean> | undefined
  const stopping = new Bell()

  async function open(): Promise<boolean> {
    try {
      await socket.start()
      isConnected = !stopped
      // it was being opened while we stopped, and nobody would close it
      if (stopped) await socket.disconnect()
      return true
    } catch (error) {
      log.warn('socket could not be opened', { code: slackFailure(error).code })
      return false
    } finally {
      opening = undefined
    }
  }

  async function stayConnected(): Promise<void> {
    for (let failures = 0; !stopped; ) {
      if (isConnected) {
        await new Promise<void>((resolve) => socket.once('disconnected', () => resolve()))
        isConnected = false
        failures = 0
        continue
      }
      opening = open()
      if (await opening) continue
      failures += 1
      await stopping.wait(Math.min(500 * 2 ** failures, longestPauseMs))
    }
  }

  return {
    init: (app) => receiver.init(app),
    start: async () => {
      await socket.start().catch((error: unknown) => {
        throw refusal(error)
      })
      isConnected = true
      stayConnected().catch(() => log.error('socket was given up'))
    },
    stop: async () => {
      stopped = true
      stopping.ring()
      // closed while it is being opened, the library's socket would leave a timer behind
      await settledWithin(opening ?? socket.disconnect(), closingMs)
      isConnected = false
    },
    connected: () => isConnected,
  }
}
