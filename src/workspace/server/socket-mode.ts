import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { type Answer, ackDeadlineMs, type Delivery, type Transport } from './delivery.ts'
import { parseJson } from './json.ts'
import type { Schedule } from './schedule.ts'

const maxConnections = 10
const pingEveryMs = 10_000

const Acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() })

const envelopeTypes = { event: 'events_api', interactive: 'interactive', command: 'slash_commands' } as const

interface SocketModeOptions {
  readonly appId: string
  readonly nextId: (prefix: string) => string
  readonly schedule: Schedule
  /** Called when a connection opens or closes. */
  readonly onChange: (event: 'opened' | 'closed') => void
}

interface Waiting {
  readonly socket: WebSocket
  readonly settle: (answer: Answer) => void
}

/** Socket Mode: up to ten connections, each envelope to exactly one of them. */
export class SocketMode implements Transport {
  readonly #options: SocketModeOptions
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 })
  readonly #tickets = new Set<string>()
  readonly #waiting = new Map<string, Waiting>()
  #connections: WebSocket[] = []
  #stopPings: (() => void) | undefined

  constructor(options: SocketModeOptions) {
    this.#options = options
  }

  get connected(): boolean {
    return this.#connections.length > 0
  }

  /** A ticket for one connection, or undefined when there are ten already. */
  issueTicket(): string | undefined {
    if (this.#connections.length >= maxConnections) return undefined
    const ticket = this.#options.nextId('link-')
    this.#tickets.add(ticket)
    return ticket
  }

  /** Takes over a WebSocket request that carries an unused ticket; refuses any other. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? ''
    if (!this.#tickets.delete(ticket) || this.#connections.length >= maxConnections) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n')
      return
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#greet(connection))
  }

  send(delivery: Delivery): Promise<Answer> {
    const socket = this.#next()
    if (socket === undefined) return Promise.resolve({ kind: 'failed', reason: 'unreachable' })
    const envelope = this.#options.nextId('envelope-')
    return new Promise((resolve) => {
      const settle = (answer: Answer): void => {
        cancel()
        if (this.#waiting.delete(envelope)) resolve(answer)
      }
      const cancel = this.#options.schedule(ackDeadlineMs, () =>
        settle({ kind: 'failed', reason: 'timeout' }),
      )
      this.#waiting.set(envelope, { socket, settle })
      socket.send(
        JSON.stringify({
          envelope_id: envelope,
          type: envelopeTypes[delivery.kind],
          payload: delivery.payload,
          accepts_response_payload: delivery.kind !== 'event',
          ...(delivery.kind === 'event' && {
            retry_attempt: delivery.retry?.number ?? 0,
            retry_reason: delivery.retry?.reason ?? '',
          }),
        }),
      )
    })
  }

  /** Tells every connection to go and closes it. */
  stop(): void {
    this.#stopPings?.()
    const notice = JSON.stringify({
      type: 'disconnect',
      reason: 'refresh_requested',
      debug_info: { host: 'local' },
    })
    for (const socket of this.#connections) {
      socket.send(notice)
      socket.close(1001)
      setTimeout(() => socket.terminate(), 250).unref()
    }
    this.#server.close()
  }

  /** In turns, so that each connection gets its share. */
  #next(): WebSocket | undefined {
    const open = this.#connections.find((socket) => socket.readyState === socket.OPEN)
    if (open === undefined) return undefined
    this.#connections = [...this.#connections.filter((socket) => socket !== open), open]
    return open
  }

  #greet(socket: WebSocket): void {
    this.#connections.push(socket)
    socket.on('message', (data) => this.#hear(data))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => this.#lose(socket))
    if (this.#stopPings === undefined) this.#planPing()
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#connections.length,
        debug_info: { host: 'local', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: this.#options.appId },
      }),
    )
    this.#options.onChange('opened')
  }

  #hear(data: RawData): void {
    const message = Acknowledgement.safeParse(parseJson(String(data)))
    if (!message.success) return
    this.#waiting.get(message.data.envelope_id)?.settle({ kind: 'acked', body: message.data.payload })
  }

  #lose(socket: WebSocket): void {
    this.#connections = this.#connections.filter((each) => each !== socket)
    this.#options.onChange('closed')
    for (const waiting of [...this.#waiting.values()]) {
      if (waiting.socket === socket) waiting.settle({ kind: 'failed', reason: 'lost' })
    }
  }

  #planPing(): void {
    this.#stopPings = this.#options.schedule(pingEveryMs, () => {
      for (const socket of this.#connections) socket.ping('Ping from Slack')
      this.#planPing()
    })
  }
}
