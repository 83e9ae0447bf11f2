import type { Json } from './json.ts'
import type { LocalSlack } from './local-slack.ts'
import { messageShape } from './message-shape.ts'
import type { StoredMessage, StoredView } from './records.ts'
import { app, type Channel, dmId, team } from './team.ts'
import { viewShape } from './view-shape.ts'

/** Wraps an event as the Events API does and hands it to the app. */
function emit(slack: LocalSlack, event: Json): void {
  slack.deliveries.event({
    token: app.verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: slack.state.nextId('Ev0'),
    event_time: Math.floor(slack.state.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: app.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: slack.state.nextId('4-'),
  })
}

/** What the event of a message calls its channel, where the app is subscribed: `message.im` and, where it is a member, `message.groups`. */
function channelType(channel: Channel): 'im' | 'group' | undefined {
  if (channel.kind === 'dm') return 'im'
  return channel.kind === 'private' && channel.members.includes(app.botUser) ? 'group' : undefined
}

/** A message, and beside it `app_mention` where the app is a member and is named. */
export function messagePosted(slack: LocalSlack, channel: Channel, message: StoredMessage): void {
  const common = { ...messageShape(message, true), channel: channel.id, event_ts: message.ts }
  const type = channelType(channel)
  if (type !== undefined) emit(slack, { ...common, channel_type: type })
  if (
    channel.kind !== 'dm' &&
    message.user !== app.botUser &&
    channel.members.includes(app.botUser) &&
    message.text.includes(`<@${app.botUser}>`)
  )
    emit(slack, { ...common, type: 'app_mention' })
}

export function messageChanged(
  slack: LocalSlack,
  channel: Channel,
  now: StoredMessage,
  before: StoredMessage,
): void {
  const type = channelType(channel)
  if (type === undefined) return
  const ts = slack.state.nextTs()
  emit(slack, {
    type: 'message',
    subtype: 'message_changed',
    message: messageShape(now, true),
    previous_message: messageShape(before, true),
    channel: channel.id,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: type,
  })
}

export function messageDeleted(slack: LocalSlack, channel: Channel, before: StoredMessage): void {
  const type = channelType(channel)
  if (type === undefined) return
  const ts = slack.state.nextTs()
  emit(slack, {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: messageShape(before, true),
    channel: channel.id,
    hidden: true,
    deleted_ts: before.ts,
    ts,
    event_ts: ts,
    channel_type: type,
  })
}

export function homeOpened(slack: LocalSlack, user: string, home: StoredView | undefined): void {
  emit(slack, {
    type: 'app_home_opened',
    user,
    channel: dmId(user),
    tab: 'home',
    ...(home !== undefined && { view: viewShape(home) }),
    event_ts: slack.state.nextTs(),
  })
}
