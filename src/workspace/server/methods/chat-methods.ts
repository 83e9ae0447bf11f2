import { ApiError } from '../api-error.ts'
import type { Json } from '../json.ts'
import type { LocalSlack } from '../local-slack.ts'
import { messageContent } from '../message-content.ts'
import { messageShape } from '../message-shape.ts'
import { edit, post, postEphemeral, remove } from '../messages.ts'
import { messageKey } from '../state.ts'
import { app, type Channel, member } from '../team.ts'
import { type Method, textArgument } from './method.ts'

/** Where the bot may post; throws `channel_not_found` or `not_in_channel`. */
function postable(args: Json, slack: LocalSlack): Channel {
  const id = args.channel
  const channel = typeof id === 'string' ? slack.channels.addressed(id) : undefined
  if (channel === undefined) throw new ApiError('channel_not_found')
  if (!channel.members.includes(app.botUser)) throw new ApiError('not_in_channel')
  return channel
}

function takePlace(slack: LocalSlack, channel: Channel): void {
  const wait = slack.rate?.take(channel.id) ?? 0
  if (wait > 0) throw new ApiError('ratelimited', [], { retryAfter: wait })
}

/** A message of the bot that may be changed or taken away. */
function own(slack: LocalSlack, channel: Channel, ts: string, refusal: string): void {
  const message = slack.state.messages.get(messageKey(channel.id, ts))
  if (message === undefined) throw new ApiError('message_not_found')
  if (message.user !== app.botUser) throw new ApiError(refusal)
}

const postMessage: Method = {
  token: 'bot',
  scope: 'chat:write',
  run(args, slack) {
    const channel = postable(args, slack)
    const content = messageContent(args)
    const parent = content.threadTs
    if (parent !== undefined && slack.state.messages.get(messageKey(channel.id, parent)) === undefined)
      throw new ApiError('thread_not_found')
    takePlace(slack, channel)
    const message = post(slack, channel, app.botUser, content)
    return { channel: channel.id, ts: message.ts, message: messageShape(message, true) }
  },
}

const update: Method = {
  token: 'bot',
  scope: 'chat:write',
  run(args, slack) {
    const channel = postable(args, slack)
    const ts = textArgument(args, 'ts')
    own(slack, channel, ts, 'cant_update_message')
    const { threadTs: _, ...content } = messageContent(args)
    const message = edit(slack, channel, ts, content)
    return { channel: channel.id, ts, text: message.text, message: messageShape(message, true) }
  },
}

const deleteMessage: Method = {
  token: 'bot',
  scope: 'chat:write',
  run(args, slack) {
    const channel = postable(args, slack)
    const ts = textArgument(args, 'ts')
    remove(slack, channel, ts, app.botUser)
    return { channel: channel.id, ts }
  },
}

const ephemeral: Method = {
  token: 'bot',
  scope: 'chat:write',
  run(args, slack) {
    const channel = postable(args, slack)
    const reader = textArgument(args, 'user')
    if (member(reader) === undefined || !channel.members.includes(reader))
      throw new ApiError('user_not_in_channel')
    const message = postEphemeral(slack, channel, app.botUser, reader, messageContent(args))
    return { message_ts: message.ts }
  },
}

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': deleteMessage,
  'chat.postEphemeral': ephemeral,
}
