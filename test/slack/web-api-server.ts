import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { addressOf, close, listen } from '../support/loopback-server.ts'

/** One call of a Web API method as it arrived, JSON arguments parsed. */
interface Call {
  readonly method: string
  readonly args: Readonly<Record<string, unknown>>
}

/** What a method does instead of answering well. */
export type Fault =
  | { readonly kind: 'error'; readonly error: string; readonly needed?: string; readonly provided?: string }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'text'; readonly text: string }
  /** Carried out, but the answer never arrives. */
  | { readonly kind: 'dropped_after' }
  | { readonly kind: 'dropped_before' }
  | { readonly kind: 'silent' }

interface StoredMessage {
  readonly channel: string
  readonly ts: string
  readonly text: unknown
  readonly blocks: unknown
  readonly metadata: unknown
  readonly edited: boolean
}

type Answer = Readonly<Record<string, unknown>>

export const team = 'T0HOME'
export const botUser = 'U0BOT'
export const postmasterChannel = 'C0POST'

export function user(id: string, more: Answer = {}): Answer {
  return {
    id,
    team_id: team,
    name: id.toLowerCase(),
    tz: 'Asia/Shanghai',
    locale: 'en-US',
    profile: {},
    ...more,
  }
}

export const goodChannel: Answer = { id: postmasterChannel, is_private: true, is_member: true }

/** Timestamps look like numbers, and are none. */
function parsed(value: string): unknown {
  return /^([[{]|true$|false$)/.test(value) ? JSON.parse(value) : value
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

/** A Web API of a dozen methods over real HTTP that keeps messages, records calls and fails on demand. */
export class WebApiServer {
  readonly calls: Call[] = []
  readonly messages: StoredMessage[] = []
  readonly users = new Map<string, Answer>()
  /** What `users.profile.get` has of a person's own fields. */
  readonly fields = new Map<string, unknown>()
  channel: Answer = goodChannel
  groupMembers: readonly string[] = []
  channelMembers: readonly string[] = []
  /** What arrived at response URLs. */
  readonly responses: Call[] = []
  readonly #faults = new Map<string, Fault[]>()
  readonly #waiting: { readonly method: string; readonly count: number; readonly resolve: () => void }[] = []
  readonly #server: Server
  #ts = 0

  constructor() {
    this.#server = createServer((request, response) => {
      this.#take(request, response).catch(() => response.destroy())
    })
  }

  async start(): Promise<void> {
    await listen(this.#server)
  }

  async stop(): Promise<void> {
    await close(this.#server)
  }

  get address(): string {
    return addressOf(this.#server)
  }

  get apiUrl(): string {
    return `${this.address}/api/`
  }

  /** The next calls of `method` end like this, one after the other. */
  fail(method: string, ...faults: readonly Fault[]): void {
    this.#faults.set(method, [...(this.#faults.get(method) ?? []), ...faults])
  }

  /** No more faults of this method. */
  heal(method: string): void {
    this.#faults.delete(method)
  }

  called(method: string): Call[] {
    return [...this.calls, ...this.responses].filter((call) => call.method === method)
  }

  /** Resolves once `method` was called `count` times in all; `respond` stands for the response URLs. */
  async waitForCalls(method: string, count = 1): Promise<Call[]> {
    if (this.called(method).length < count) {
      await new Promise<void>((resolve) => this.#waiting.push({ method, count, resolve }))
    }
    return this.called(method)
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const path = request.url ?? ''
    if (path.startsWith('/respond')) {
      this.#record(this.responses, { method: 'respond', args: JSON.parse(body) })
      response.end('ok')
      return
    }
    const method = path.replace('/api/', '')
    const args = Object.fromEntries(
      [...new URLSearchParams(body)].map(([name, value]) => [name, parsed(value)]),
    )
    const fault = this.#faults.get(method)?.shift()
    if (fault?.kind === 'dropped_before') {
      this.#record(this.calls, { method, args })
      response.destroy()
      return
    }
    const answer =
      fault === undefined || fault.kind === 'dropped_after' ? this.#carryOut(method, args) : undefined
    this.#record(this.calls, { method, args })
    if (fault !== undefined) spoil(response, fault)
    else json(response, { ok: !('error' in (answer ?? {})), ...answer })
  }

  #record(list: Call[], call: Call): void {
    list.push(call)
    for (const each of [...this.#waiting]) {
      if (this.called(each.method).length < each.count) continue
      this.#waiting.splice(this.#waiting.indexOf(each), 1)
      each.resolve()
    }
  }

  #carryOut(method: string, args: Call['args']): Answer {
    switch (method) {
      case 'auth.test':
        return { team_id: team, bot_id: 'B0BOT', user_id: botUser }
      case 'conversations.info':
        return { channel: this.channel }
      case 'conversations.open':
        return { channel: { id: `D${String(args.users)}` } }
      case 'conversations.members':
        return { members: this.channelMembers }
      case 'usergroups.users.list':
        return { users: this.groupMembers }
      case 'users.info':
        return { user: this.users.get(String(args.user)) ?? user(String(args.user)) }
      case 'users.lookupByEmail':
        return this.#byEmail(args.email)
      case 'users.profile.get':
        return { profile: { fields: this.fields.get(String(args.user)) ?? null } }
      case 'conversations.history':
        return { messages: this.messages.filter((each) => each.channel === args.channel) }
      case 'chat.postMessage':
        return this.#post(args)
      case 'chat.update':
        return this.#update(args)
      default:
        return {}
    }
  }

  #byEmail(email: unknown): Answer {
    const found = [...this.users.values()].find(
      ({ profile }) =>
        typeof profile === 'object' && profile !== null && 'email' in profile && profile.email === email,
    )
    return found === undefined ? { error: 'users_not_found' } : { user: found }
  }

  #post(args: Call['args']): Answer {
    this.#ts += 1
    const ts = `1795503600.${String(this.#ts).padStart(6, '0')}`
    const channel = String(args.channel)
    const { text, blocks, metadata } = args
    this.messages.push({ channel, ts, text, blocks, metadata, edited: false })
    return { channel, ts }
  }

  #update(args: Call['args']): Answer {
    const at = this.messages.findIndex((each) => each.channel === args.channel && each.ts === args.ts)
    const found = this.messages[at]
    if (found === undefined) return { error: 'message_not_found' }
    this.messages[at] = { ...found, text: args.text, blocks: args.blocks, edited: true }
    return { channel: found.channel, ts: found.ts }
  }
}

function json(response: ServerResponse, answer: Answer): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(answer))
}

function spoil(response: ServerResponse, fault: Fault): void {
  switch (fault.kind) {
    case 'error': {
      const { kind: _, ...answer } = fault
      json(response, { ok: false, ...answer })
      break
    }
    case 'status':
      response.writeHead(
        fault.status,
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      )
      response.end()
      break
    case 'text':
      response.end(fault.text)
      break
    case 'dropped_before':
    case 'dropped_after':
      response.destroy()
      break
    case 'silent':
      break
  }
}
