import { ApiError } from '../api-error.ts'
import type { Json } from '../json.ts'
import type { LocalSlack } from '../local-slack.ts'
import { app, type Channel } from '../team.ts'

/** One method of the Web API. */
export interface Method {
  /** Which token calls it. */
  readonly token: 'bot' | 'app'
  /** The scope the token needs; by-channel scopes are asked for with `needScope`. */
  readonly scope?: string
  /** Answers without `ok`; throws ApiError. */
  readonly run: (args: Json, slack: LocalSlack) => Json
}

/** Throws `missing_scope` unless the app's token has the scope. */
export function needScope(scope: string): void {
  if (!app.scopes.includes(scope)) {
    throw new ApiError('missing_scope', [], { needed: scope, provided: app.scopes.join(',') })
  }
}

const scopeOf = { dm: 'im', private: 'groups', public: 'channels' } as const

/** A channel the bot may see, with the scope that its kind asks for, such as `groups:read`. */
export function channelArgument(args: Json, slack: LocalSlack, access: 'read' | 'history'): Channel {
  const channel = slack.channels.visible(textArgument(args, 'channel'), app.botUser)
  if (channel === undefined) throw new ApiError('channel_not_found')
  needScope(`${scopeOf[channel.kind]}:${access}`)
  return channel
}

/** A required string; throws as Slack names a missing one. */
export function textArgument(args: Json, name: string): string {
  const value = args[name]
  if (typeof value === 'string' && value !== '') return value
  throw new ApiError('invalid_arguments', [`[ERROR] missing required field: ${name}`])
}

/** A number given as such or as text, within bounds; throws `invalid_limit`. */
export function limitArgument(args: Json, fallback: number, most: number): number {
  const value = Number(args.limit ?? fallback)
  if (!Number.isInteger(value) || value < 1 || value > most) throw new ApiError('invalid_limit')
  return value
}

export function flagArgument(args: Json, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1' || args[name] === 1
}
