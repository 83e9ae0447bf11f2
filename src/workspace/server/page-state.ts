import type { PageChannel, PageMessage, PageState, PageUser } from '../page-api.ts'
import type { LocalSlack } from './local-slack.ts'
import type { StoredMessage } from './records.ts'
import { app, type Channel, type Member, members, team, usergroup } from './team.ts'
import { modalsOf } from './views.ts'

/** Older messages stay in the file but are not shown. */
const maxShown = 300

const users: PageUser[] = members.map(({ id, name, realName, title, role, color }) => ({
  id,
  name,
  realName,
  title,
  role,
  color,
}))

function shown(message: StoredMessage, ephemeral: boolean): PageMessage {
  const { ts, channel, user, text, blocks, files, edited } = message
  return {
    ts,
    channel,
    user,
    text,
    ...(user === app.botUser && blocks !== undefined && { blocks }),
    ...(files !== undefined && { files: files.map((file) => String(file.name)) }),
    edited: edited !== undefined,
    ephemeral,
  }
}

function channelShown(slack: LocalSlack, channel: Channel, reader: string): PageChannel {
  const here = (message: StoredMessage): boolean => message.channel === channel.id
  const messages = [
    ...slack.state.messages
      .values()
      .filter(here)
      .slice(-maxShown)
      .map((message) => shown(message, false)),
    ...[...slack.state.ephemerals.values()]
      .filter((message) => here(message) && message.reader === reader)
      .map((message) => shown(message, true)),
  ].sort((a, b) => (a.ts < b.ts ? -1 : 1))
  return { id: channel.id, name: channel.name, kind: channel.kind, messages }
}

/** What one person sees, and nothing else. */
export function pageState(slack: LocalSlack, user: Member): PageState {
  const home = slack.state.homes.get(user.id)
  return {
    team: team.name,
    me: user.id,
    users,
    usergroups: [{ id: usergroup.id, name: usergroup.handle }],
    bot: app.botUser,
    commands: [...app.commands],
    channels: slack.channels.of(user.id).map((channel) => channelShown(slack, channel, user.id)),
    ...(home !== undefined && { home: home.view }),
    modals: modalsOf(slack, user.id).map(({ id, view }) => ({ viewId: id, view })),
    connected: slack.deliveries.connected,
  }
}
