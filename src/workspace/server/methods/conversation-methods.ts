import { ApiError } from '../api-error.ts'
import type { Json } from '../json.ts'
import type { LocalSlack } from '../local-slack.ts'
import { messageShape } from '../message-shape.ts'
import type { StoredMessage } from '../records.ts'
import { app, type Channel, dmId, people, team } from '../team.ts'
import {
  channelArgument,
  flagArgument,
  limitArgument,
  type Method,
  needScope,
  textArgument,
} from './method.ts'

function channelShape(channel: Channel): Json {
  const common = {
    id: channel.id,
    created: 1_700_000_000,
    is_archived: false,
    is_org_shared: false,
    context_team_id: team.id,
    updated: 1_700_000_000_000,
  }
  if (channel.kind === 'dm') {
    const user = channel.members.find((each) => each !== app.botUser)
    return { ...common, is_im: true, user, is_user_deleted: false, priority: 0, is_open: true }
  }
  const shared = channel.shared === true
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: channel.name === 'general',
    is_shared: shared,
    is_ext_shared: shared,
    is_pending_ext_shared: false,
    is_member: channel.members.includes(app.botUser),
    creator: people[0]?.id,
    shared_team_ids: shared ? [team.id, 'T0PARTNER1'] : [team.id],
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: channel.members.length,
  }
}

const info: Method = {
  token: 'bot',
  run: (args, slack) => ({ channel: channelShape(channelArgument(args, slack, 'read')) }),
}

const open: Method = {
  token: 'bot',
  scope: 'im:write',
  run(args, slack) {
    const users = textArgument(args, 'users').split(',')
    const user = people.find((person) => person.id === users[0])
    if (users.length > 1) needScope('mpim:write')
    if (user === undefined) throw new ApiError('user_not_found')
    const channel = slack.channels.find(dmId(user.id))
    if (channel === undefined) throw new ApiError('user_not_found')
    return { channel: flagArgument(args, 'return_im') ? channelShape(channel) : { id: channel.id } }
  },
}

const membersOf: Method = {
  token: 'bot',
  run(args, slack) {
    const { members: ids } = channelArgument(args, slack, 'read')
    const { items, cursor } = page(args, ids, 100, 1000)
    return { members: items, response_metadata: { next_cursor: cursor } }
  },
}

/** One page of a list and where the next begins; the cursor is opaque to the caller. */
function page<T>(
  args: Json,
  all: readonly T[],
  fallback: number,
  most = 999,
): { items: T[]; cursor: string } {
  const limit = limitArgument(args, fallback, most)
  const given = typeof args.cursor === 'string' ? args.cursor : ''
  const from = given === '' ? 0 : Number(Buffer.from(given, 'base64').toString().replace('next:', ''))
  if (!Number.isInteger(from) || from < 0) throw new ApiError('invalid_cursor')
  const more = from + limit < all.length
  return {
    items: all.slice(from, from + limit),
    cursor: more ? Buffer.from(`next:${from + limit}`).toString('base64') : '',
  }
}

function within(message: StoredMessage, args: Json): boolean {
  const inclusive = flagArgument(args, 'inclusive')
  const at = Number(message.ts)
  const oldest = args.oldest === undefined ? 0 : Number(args.oldest)
  const latest =
    args.latest === undefined || args.latest === '' ? Number.POSITIVE_INFINITY : Number(args.latest)
  return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest
}

function pageOfMessages(args: Json, messages: readonly StoredMessage[], fallback: number): Json {
  const { items, cursor } = page(args, messages, fallback)
  return {
    messages: items.map((message) => messageShape(message, flagArgument(args, 'include_all_metadata'))),
    has_more: cursor !== '',
    ...(cursor !== '' && { response_metadata: { next_cursor: cursor } }),
  }
}

/** Newest first, without the replies in threads. */
const history: Method = {
  token: 'bot',
  run(args, slack) {
    const channel = member(args, slack)
    const found = slack.state.messages
      .values()
      .filter((each) => each.channel === channel.id && each.threadTs === undefined && within(each, args))
    return pageOfMessages(args, found.reverse(), 100)
  },
}

/** A message and its replies, oldest first. */
const replies: Method = {
  token: 'bot',
  run(args, slack) {
    const channel = member(args, slack)
    const ts = textArgument(args, 'ts')
    const found = slack.state.messages
      .values()
      .filter((each) => each.channel === channel.id && (each.ts === ts || each.threadTs === ts))
    if (found.length === 0) throw new ApiError('thread_not_found')
    return pageOfMessages(args, found, 999)
  },
}

function member(args: Json, slack: LocalSlack): Channel {
  const channel = channelArgument(args, slack, 'history')
  if (!channel.members.includes(app.botUser)) throw new ApiError('not_in_channel')
  return channel
}

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.info': info,
  'conversations.open': open,
  'conversations.members': membersOf,
  'conversations.history': history,
  'conversations.replies': replies,
}
