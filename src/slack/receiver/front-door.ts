import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { portProblem } from '../startup-problem.ts'

interface FrontDoorOptions {
  /** 0 takes a free port. */
  readonly port: number
  /** Takes what Slack posts to /slack/events; left out in Socket Mode. */
  readonly slackEvents?: RequestListener
  /** Why Postern cannot do its work now, in fixed words; empty: it can. */
  readonly notReady: () => Promise<readonly string[]>
}

/** The one public port. */
export interface FrontDoor {
  start(): Promise<void>
  stop(): Promise<void>
  /** Where it listens, once started. */
  port(): number | undefined
}

/** Longer than any request takes that is being answered. */
const closingMs = 3_000

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? ''
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portProblem(port, error)))
    server.listen(port, () => resolve())
  })
}

/** HTTP for Slack's requests (where they come by HTTP) and for health: /healthz lives, /readyz can work. */
export function createFrontDoor({ port, slackEvents, notReady }: FrontDoorOptions): FrontDoor {
  async function ready(response: ServerResponse): Promise<void> {
    const reasons = await notReady()
    answer(response, reasons.length === 0 ? 200 : 503, { ready: reasons.length === 0, reasons })
  }

  let stopping = false
  const server = createServer((request, response) => {
    // a connection that is kept alive would hold the stop up
    response.once('close', () => stopping && setImmediate(() => server.closeIdleConnections()))
    const path = pathOf(request)
    if (slackEvents !== undefined && request.method === 'POST' && path === '/slack/events') {
      slackEvents(request, response)
    } else if (request.method === 'GET' && path === '/healthz') {
      answer(response, 200, { ok: true })
    } else if (request.method === 'GET' && path === '/readyz') {
      ready(response).catch(() => answer(response, 503, { ready: false, reasons: ['unknown'] }))
    } else {
      answer(response, 404, { error: 'not_found' })
    }
  })

  return {
    start: () => listen(server, port),
    stop: () =>
      new Promise((resolve) => {
        stopping = true
        server.close(() => resolve())
        setTimeout(() => server.closeAllConnections(), closingMs).unref()
      }),
    port: () => {
      const address = server.address()
      return typeof address === 'object' ? address?.port : undefined
    },
  }
}
