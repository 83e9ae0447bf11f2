import { ChannelList } from './server/channel-list.ts'
import { Deliveries } from './server/deliveries.ts'
import { type Fault, Faults } from './server/faults.ts'
import { listen, type PageFiles } from './server/http-server.ts'
import { HttpTransport } from './server/http-transport.ts'
import type { LocalSlack } from './server/local-slack.ts'
import { PostRate } from './server/post-rate.ts'
import type { LedgerEntry } from './server/records.ts'
import { realSchedule, type Schedule } from './server/schedule.ts'
import { SocketMode } from './server/socket-mode.ts'
import { State } from './server/state.ts'
import {
  app,
  type Channel,
  generalChannel,
  managerField,
  people,
  postmasterChannel,
  securityContact,
  team,
  usergroup,
} from './server/team.ts'
import { Triggers } from './server/triggers.ts'

interface WorkspaceOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** Where it remembers; without it, everything is forgotten at the end. */
  readonly stateFile?: string
  /** Where the bot listens for HTTP; without it, Socket Mode. */
  readonly requestUrl?: string
  /** ms since epoch */
  readonly now?: () => number
  readonly schedule?: Schedule
  /** Serves the page at `/`. */
  readonly page?: boolean
  /** False: messages are not held to about one a second a channel. */
  readonly postRate?: boolean
  /** Every event comes twice, as Slack sometimes does. */
  readonly deliverTwice?: boolean
  readonly extraChannels?: readonly Channel[]
}

export interface Workspace {
  /** Such as http://127.0.0.1:3000 */
  readonly address: string
  /** The base of the Web API, ending in a slash. */
  readonly apiUrl: string
  readonly team: string
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  readonly botUser: string
  readonly postmasterChannel: string
  readonly generalChannel: string
  readonly usergroup: string
  readonly employees: readonly string[]
  readonly postmasters: readonly string[]
  readonly securityContact: string
  /** The profile field that names a person's manager. */
  readonly managerField: string
  /** Every message that was ever visible to somebody, in order. */
  ledger(): readonly LedgerEntry[]
  /** Events that the bot has not acknowledged yet. */
  pendingEvents(): number
  /** HTTP to this address from now on; undefined: Socket Mode. Unacknowledged events are tried at once. */
  setRequestUrl(url: string | undefined): void
  /** Tries every unacknowledged event at once instead of at its time. */
  retryNow(): void
  /** The next call of the method goes wrong in this way; several are taken in turn. */
  failNext(method: string, fault: Fault): void
  stop(): Promise<void>
}

/** Built when it is first asked for, and kept. */
async function pageFiles(): Promise<PageFiles> {
  const { bundlePage } = await import('./page/bundle-page.ts')
  return (await bundlePage()).files
}

/** The bot is there: from now on building the page holds nobody up, and whoever opens it finds it built. */
function buildAhead(page: () => Promise<PageFiles>): void {
  page().catch(() => undefined)
}

function socketMode(state: State, schedule: Schedule, onOpen: () => void): SocketMode {
  return new SocketMode({
    appId: app.id,
    nextId: (prefix) => state.nextId(prefix),
    schedule,
    onChange: (event) => {
      if (event === 'opened') onOpen()
      state.changed()
    },
  })
}

function ids(role: 'employee' | 'postmaster'): string[] {
  return people.filter((person) => person.role === role).map((person) => person.id)
}

/** The same at every start. */
const fixed = {
  team: team.id,
  botToken: app.botToken,
  appToken: app.appToken,
  signingSecret: app.signingSecret,
  botUser: app.botUser,
  postmasterChannel,
  generalChannel,
  usergroup: usergroup.id,
  employees: ids('employee'),
  postmasters: ids('postmaster'),
  securityContact,
  managerField,
}

/** Starts the local Slack on 127.0.0.1. Rejects when the port is taken. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { now = Date.now, schedule = realSchedule, requestUrl } = options
  const page = options.page === true ? pageFiles : async () => new Map()
  const state = new State(options.stateFile, now)
  let stopped = false
  let address = ''
  const http = new HttpTransport(requestUrl, { signingSecret: app.signingSecret, now, schedule })
  const socket = socketMode(state, schedule, () => {
    deliveries.retryNow()
    buildAhead(page)
  })
  const deliveries = new Deliveries({
    state,
    transport: () => (http.connected ? http : socket),
    schedule,
    twice: options.deliverTwice === true,
  })
  const faults = new Faults()
  const slack: LocalSlack = {
    state,
    channels: new ChannelList(options.extraChannels),
    deliveries,
    triggers: new Triggers(state),
    faults,
    schedule,
    ...(options.postRate !== false && { rate: new PostRate(now) }),
    issueTicket: () => socket.issueTicket(),
    address: () => address,
  }
  const server = await listen(slack, socket, page, options.port).catch((error: unknown) => {
    state.close()
    throw error
  })
  address = `http://127.0.0.1:${server.port}`
  deliveries.retryNow()

  return {
    address,
    apiUrl: `${address}/api/`,
    ...fixed,
    ledger: () => state.ledger.values(),
    pendingEvents: () => state.pending.values().length,
    setRequestUrl(url) {
      http.setUrl(url)
      deliveries.retryNow()
      state.changed()
    },
    retryNow: () => deliveries.retryNow(),
    failNext: (method, fault) => faults.add(method, fault),
    async stop() {
      if (stopped) return
      stopped = true
      deliveries.stop()
      http.stop()
      socket.stop()
      await server.stop()
      state.close()
    },
  }
}
