import { ApiError } from './api-error.ts'
import { messageChanged, messageDeleted, messagePosted } from './events.ts'
import { identifyBlocks } from './identify-blocks.ts'
import type { Json } from './json.ts'
import type { LocalSlack } from './local-slack.ts'
import type { Ephemeral, StoredMessage } from './records.ts'
import { messageKey } from './state.ts'
import type { Channel } from './team.ts'

/** What a message says, apart from where and by whom. */
export interface MessageContent {
  readonly text: string
  readonly blocks?: readonly Json[]
  readonly metadata?: StoredMessage['metadata']
  readonly threadTs?: string
  readonly clientMsgId?: string
  readonly files?: Json[]
}

function compose(slack: LocalSlack, channel: Channel, user: string, content: MessageContent): StoredMessage {
  const { text, blocks, metadata, threadTs, clientMsgId, files } = content
  return {
    channel: channel.id,
    ts: slack.state.nextTs(),
    user,
    text,
    ...(blocks !== undefined &&
      blocks.length > 0 && { blocks: identifyBlocks(blocks, (prefix) => slack.state.nextId(prefix)) }),
    ...(metadata !== undefined && { metadata }),
    ...(threadTs !== undefined && { threadTs }),
    ...(clientMsgId !== undefined && { clientMsgId }),
    ...(files !== undefined && { files }),
  }
}

function enterInLedger(slack: LocalSlack, message: StoredMessage, reader?: string): void {
  const { channel, ts, user, text, metadata } = message
  slack.state.ledger.set(messageKey(channel, ts), {
    channel,
    ts,
    user,
    text,
    ...(metadata !== undefined && { metadata }),
    ...(reader !== undefined && { reader }),
  })
}

export function post(
  slack: LocalSlack,
  channel: Channel,
  user: string,
  content: MessageContent,
): StoredMessage {
  return slack.state.change(() => {
    const message = compose(slack, channel, user, content)
    slack.state.messages.set(messageKey(channel.id, message.ts), message)
    enterInLedger(slack, message)
    messagePosted(slack, channel, message)
    return message
  })
}

export function postEphemeral(
  slack: LocalSlack,
  channel: Channel,
  user: string,
  reader: string,
  content: MessageContent,
): Ephemeral {
  return slack.state.change(() => {
    const message = { ...compose(slack, channel, user, content), reader }
    slack.state.ephemerals.set(messageKey(channel.id, message.ts), message)
    enterInLedger(slack, message, reader)
    return message
  })
}

/** Replaces what the message says; metadata stays unless given. Throws `message_not_found`. */
export function edit(
  slack: LocalSlack,
  channel: Channel,
  ts: string,
  content: MessageContent,
): StoredMessage {
  return slack.state.change(() => {
    const before = slack.state.messages.get(messageKey(channel.id, ts))
    if (before === undefined) throw new ApiError('message_not_found')
    const { blocks, ...rest } = compose(slack, channel, before.user, content)
    const { blocks: _, ...kept } = before
    const now: StoredMessage = {
      ...kept,
      ...rest,
      ts,
      ...(blocks !== undefined && { blocks }),
      edited: { user: before.user, ts: rest.ts },
    }
    slack.state.messages.set(messageKey(channel.id, ts), now)
    messageChanged(slack, channel, now, before)
    return now
  })
}

/** Takes a message away for everybody. Throws `message_not_found` or `cant_delete_message`. */
export function remove(slack: LocalSlack, channel: Channel, ts: string, by: string): void {
  slack.state.change(() => {
    const before = slack.state.messages.get(messageKey(channel.id, ts))
    if (before === undefined) throw new ApiError('message_not_found')
    if (before.user !== by) throw new ApiError('cant_delete_message')
    slack.state.messages.delete(messageKey(channel.id, ts))
    messageDeleted(slack, channel, before)
  })
}
