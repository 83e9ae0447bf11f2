import type { PageChannel, PageState } from '../page-api.ts'

/** The app's name, as people say it. */
export function botName(state: PageState): string {
  return state.users.find((user) => user.id === state.bot)?.realName ?? 'Postern'
}

/** A channel as it is called in a sentence: "Postern", "#general". */
export function channelName(state: PageState, channel: PageChannel): string {
  return channel.kind === 'dm' ? botName(state) : `#${channel.name}`
}

const order = ['dm', 'public', 'private']

export function sortedChannels(state: PageState): PageChannel[] {
  return [...state.channels].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** Where a person begins: employees with the app, postmasters where the tickets are. */
export function firstChannel(state: PageState): PageChannel | undefined {
  const me = state.users.find((user) => user.id === state.me)
  const kind = me?.role === 'postmaster' ? 'private' : 'dm'
  return state.channels.find((channel) => channel.kind === kind) ?? sortedChannels(state)[0]
}
