import { createHash } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { HTTPReceiver, type Receiver } from '@slack/bolt'
import type { Clock, Log } from '../../application/ports.ts'
import { createLibraryLogger } from '../library-logger.ts'
import { errorCodeOf } from '../slack-failure.ts'

interface HttpReceiverOptions {
  readonly signingSecret: string
  readonly clock: Clock
  readonly log: Log
}

/** Bolt's own HTTP receiver, behind a port that is not its own. */
interface HttpReceiver {
  readonly receiver: Receiver
  readonly slackEvents: RequestListener
}

/** How far ahead of ours Slack's clock may be. Bolt refuses what is 5 minutes old, but no date in the future. */
const aheadMs = 300_000
const largestBody = 1024 * 1024

/** Verifies signature and age in both directions; a request that fails is answered 503 or 500, so that Slack repeats it. */
export function createHttpReceiver({ signingSecret, clock, log }: HttpReceiverOptions): HttpReceiver {
  const bolt = new HTTPReceiver({
    signingSecret,
    bodyLimit: largestBody,
    logger: createLibraryLogger(log),
    customPropertiesExtractor: ({ headers }) => ({
      request: createHash('sha256').update(String(headers['x-slack-signature'])).digest('hex'),
    }),
    processEventErrorHandler: async ({ error, response }) => {
      if (response.headersSent) return false
      response.writeHead(errorCodeOf(error) === 'internal' ? 500 : 503)
      response.end()
      // true: stops Bolt's own timer, which would answer once more
      return true
    },
    unhandledRequestHandler: ({ response }) => {
      if (response.headersSent) return
      response.writeHead(503)
      response.end()
    },
  })
  return {
    receiver: {
      init: (app) => bolt.init(app),
      start: async () => undefined,
      stop: async () => undefined,
    },
    slackEvents: (request, response) => {
      const sentAt = Number(request.headers['x-slack-request-timestamp']) * 1000
      if (sentAt > clock.now() + aheadMs) {
        log.warn('request refused: dated in the future')
        response.writeHead(401)
        response.end()
        return
      }
      bolt.requestListener(request, response)
    },
  }
}
