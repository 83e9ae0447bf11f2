import type { RequestListener } from 'node:http'
import type { Receiver } from '@slack/bolt'
import type { Clock, Log } from '../../application/ports.ts'
import { createHttpReceiver } from './http-receiver.ts'
import { createSocketConnection } from './socket-connection.ts'

/** How Slack reaches us. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string }

interface OpenTransport {
  readonly receivers: readonly Receiver[]
  /** What the public port has to pass on, in HTTP mode. */
  readonly slackEvents?: RequestListener
  readonly connected: () => boolean
}

interface TransportOptions {
  readonly apiUrl: string
  readonly clock: Clock
  readonly log: Log
}

/** Two, so that one listens while the other is renewed. Slack sends each delivery to one of them. */
const connections = 2

export function openTransport(transport: Transport, { apiUrl, clock, log }: TransportOptions): OpenTransport {
  switch (transport.kind) {
    case 'http': {
      const { receiver, slackEvents } = createHttpReceiver({
        signingSecret: transport.signingSecret,
        clock,
        log,
      })
      return { receivers: [receiver], slackEvents, connected: () => true }
    }
    case 'socket': {
      const { appToken } = transport
      const sockets = Array.from({ length: connections }, () =>
        createSocketConnection({ appToken, apiUrl, log }),
      )
      return { receivers: sockets, connected: () => sockets.some((socket) => socket.connected()) }
    }
  }
}
