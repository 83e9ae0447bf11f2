import { createServer, type IncomingHttpHeaders } from 'node:http'
import { close, listen } from './loopback-server.ts'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

interface Reply {
  readonly status: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** An app that listens for Slack over HTTP, keeps what it is sent, and answers as told; `silent` never answers. */
export class RequestRecorder {
  answer: (received: Received) => Reply | 'silent' = () => ({ status: 200 })
  readonly #received: Received[] = []
  readonly #waiting: ((received: Received) => void)[] = []
  readonly #server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const received = { headers: request.headers, body: Buffer.concat(parts).toString() }
      const reply = this.answer(received)
      if (reply !== 'silent') response.writeHead(reply.status, reply.headers).end(reply.body ?? '')
      const waiter = this.#waiting.shift()
      if (waiter === undefined) this.#received.push(received)
      else waiter(received)
    })
  })

  /** Resolves with the address to send to. */
  async start(): Promise<string> {
    return `${await listen(this.#server)}/slack/events`
  }

  /** The oldest request not handed out yet, now or when it comes. */
  async next(): Promise<Received> {
    const received = this.#received.shift()
    if (received !== undefined) return received
    return await new Promise((resolve) => this.#waiting.push(resolve))
  }

  async stop(): Promise<void> {
    await close(this.#server)
  }
}

/** The JSON of a click or form, which comes as a form field. */
export function interactivePayload(received: Received): Record<string, unknown> {
  return JSON.parse(new URLSearchParams(received.body).get('payload') ?? '')
}
