import { App } from '@slack/bolt'
import type { Log } from '../../../src/application/ports.ts'
import { createLibraryLogger } from '../../../src/slack/library-logger.ts'
import { type CommitFirstReceiver, commitFirst } from '../../../src/slack/receiver/commit-first.ts'
import type { Delivery } from '../../../src/slack/receiver/delivery.ts'
import { createFrontDoor, type FrontDoor } from '../../../src/slack/receiver/front-door.ts'
import { openTransport, type Transport } from '../../../src/slack/receiver/transport.ts'
import { ManualTime } from '../../support/manual-time.ts'
import { botUser } from '../web-api-server.ts'

interface HarnessOptions {
  readonly transport: Transport
  readonly log: Log
  readonly apiUrl?: string
  readonly clock?: ManualTime
  readonly deadlineMs?: number
  readonly fail: (error: unknown, delivery: Delivery) => Promise<void>
  readonly listen: (app: App) => void
}

export interface Harness {
  readonly receiver: CommitFirstReceiver
  readonly connected: () => boolean
  readonly door: FrontDoor
  /** Where Slack would send to, in HTTP mode. */
  readonly url: string
  stop(): Promise<void>
}

/** Real Bolt behind the real receiver, with listeners of a test. */
export async function startBolt(options: HarnessOptions): Promise<Harness> {
  const { transport, log, fail, deadlineMs = 2_500, clock = new ManualTime(Date.now()) } = options
  const opened = openTransport(transport, { apiUrl: options.apiUrl ?? 'http://127.0.0.1:1/', clock, log })
  const receiver = commitFirst({ inner: opened.receivers, deadlineMs, fail })
  const app = new App({
    token: 'xoxb-test',
    botId: 'B0BOT',
    botUserId: botUser,
    receiver,
    convoStore: false,
    logger: createLibraryLogger(log),
  })
  app.error(async (error) => {
    throw error
  })
  options.listen(app)
  const { slackEvents } = opened
  const notReady = async (): Promise<readonly string[]> => (opened.connected() ? [] : ['not_connected'])
  const door = createFrontDoor({ port: 0, notReady, ...(slackEvents !== undefined && { slackEvents }) })
  await receiver.start().catch(async (error: unknown) => {
    await receiver.stop()
    throw error
  })
  await door.start()
  return {
    receiver,
    connected: opened.connected,
    door,
    url: `http://127.0.0.1:${door.port()}/slack/events`,
    stop: async () => {
      await receiver.stop()
      await receiver.idle()
      await door.stop()
    },
  }
}
