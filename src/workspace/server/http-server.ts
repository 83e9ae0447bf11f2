import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suffer } from './faults.ts'
import type { LocalSlack } from './local-slack.ts'
import { isOwnRequest } from './loopback.ts'
import { actingPerson, answerPage } from './page-routes.ts'
import { streamChanges } from './page-stream.ts'
import { answerAtResponseUrl } from './response-urls.ts'
import type { SocketMode } from './socket-mode.ts'
import { type HttpAnswer, json, plain } from './web-answer.ts'
import { callMethod } from './web-api.ts'

const maxBody = 1_000_000

/** Files of the page by path, such as `/` and `/assets/page.js`. */
export type PageFiles = ReadonlyMap<string, { readonly body: Uint8Array; readonly type: string }>

const pageHeaders = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
}

/** Undefined when it is longer than any real request. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size > maxBody) return undefined
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString()
}

function send(response: ServerResponse, answer: HttpAnswer): void {
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'cache-control': 'no-store',
    ...answer.headers,
  })
  response.end(answer.body)
}

async function answer(
  slack: LocalSlack,
  page: () => Promise<PageFiles>,
  request: IncomingMessage,
  url: URL,
): Promise<HttpAnswer | 'reset'> {
  const body = await bodyOf(request)
  const path = url.pathname
  if (body === undefined) return json(413, { ok: false, error: 'request_too_large' })
  if (path.startsWith('/api/')) {
    const fault = slack.faults.take(path.slice('/api/'.length))
    return await suffer(fault, slack.schedule, () => callMethod(slack, request, url, body))
  }
  if (path.startsWith('/response/') && request.method === 'POST')
    return answerAtResponseUrl(slack, path.slice('/response/'.length), body)
  if (path.startsWith('/page/')) return await answerPage(slack, request, path, body)
  const file = (await page()).get(path)
  if (file !== undefined) return { status: 200, ...file, headers: pageHeaders }
  return plain(404, 'Not found')
}

async function handle(
  slack: LocalSlack,
  page: () => Promise<PageFiles>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { port } = new URL(slack.address())
  const url = new URL(request.url ?? '/', slack.address())
  if (!isOwnRequest(request, Number(port))) {
    send(response, plain(403, 'This address answers its own page alone.'))
    return
  }
  if (url.pathname !== '/page/stream') {
    const answered = await answer(slack, page, request, url)
    if (answered === 'reset') response.destroy()
    else send(response, answered)
    return
  }
  if (actingPerson(url.searchParams.get('as')) === undefined)
    send(response, json(403, { ok: false, error: 'unknown_user' }))
  else streamChanges(slack.state, response)
}

/** Listens on 127.0.0.1 alone; `port` 0 takes any free one. Rejects when the port is taken. */
export async function listen(
  slack: LocalSlack,
  socketMode: SocketMode,
  page: () => Promise<PageFiles>,
  port: number,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    handle(slack, page, request, response).catch((error: unknown) => {
      if (response.destroyed) return
      process.emitWarning(error instanceof Error ? error : String(error))
      if (!response.headersSent) send(response, json(500, { ok: false, error: 'fatal_error' }))
      else response.destroy()
    })
  })
  server.on('upgrade', (request, socket, head) => {
    // Node listens no more once it hands a socket over; without this, one that is reset would end the process.
    socket.on('error', () => socket.destroy())
    const own = isOwnRequest(request, portOf(server))
    if (own && request.url?.startsWith('/link/')) socketMode.upgrade(request, socket, head)
    else socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: portOf(server),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
