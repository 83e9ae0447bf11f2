import { createServer, type Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { addressOf, close, listen } from '../../support/loopback-server.ts'

const Acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() })
type Acknowledgement = z.infer<typeof Acknowledgement>

/** Slack's side of Socket Mode: hands out addresses, greets, and keeps what is acknowledged. */
export class SocketModeServer {
  readonly acknowledged: Acknowledgement[] = []
  readonly connections: WebSocket[] = []
  /** How often an address was asked for. */
  opened = 0
  /** Answers of apps.connections.open other than an address, first come first served. */
  readonly refusals: string[] = []
  readonly #http: Server
  readonly #sockets: WebSocketServer
  #changed: (() => void)[] = []

  constructor() {
    this.#http = createServer((_, response) => {
      this.opened += 1
      const error = this.refusals.shift()
      const answer =
        error === undefined
          ? { ok: true, url: addressOf(this.#http).replace(/^http/, 'ws') }
          : { ok: false, error }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answer))
      this.#change()
    })
    this.#sockets = new WebSocketServer({ server: this.#http })
    this.#sockets.on('connection', (socket) => {
      this.connections.push(socket)
      socket.on('message', (data) => {
        this.acknowledged.push(Acknowledgement.parse(JSON.parse(String(data))))
        this.#change()
      })
      socket.on('close', () => {
        this.connections.splice(this.connections.indexOf(socket), 1)
        this.#change()
      })
      socket.send(JSON.stringify({ type: 'hello' }))
      this.#change()
    })
  }

  get apiUrl(): string {
    return `${addressOf(this.#http)}/api/`
  }

  async start(): Promise<void> {
    await listen(this.#http)
  }

  async stop(): Promise<void> {
    for (const socket of this.connections) socket.terminate()
    this.#sockets.close()
    await close(this.#http)
  }

  send(at: number, envelope: Readonly<Record<string, unknown>>): void {
    this.connections[at]?.send(JSON.stringify(envelope))
  }

  /** Resolves once `condition` holds; looked at whenever something arrives. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#changed.push(resolve))
  }

  #change(): void {
    const waiting = this.#changed
    this.#changed = []
    for (const resolve of waiting) resolve()
  }
}
