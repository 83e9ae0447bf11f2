import type { PageChannel, PageState } from '../page-api.ts'
import { Avatar } from './avatar.tsx'
import { channelName } from './channel-name.ts'
import type { Route } from './route.ts'

interface ChannelHeaderProps {
  readonly state: PageState
  readonly channel: PageChannel
  readonly tab: Route['tab']
  readonly onTab: (tab: Route['tab']) => void
}

const tabs = [
  { tab: 'home', label: 'Home' },
  { tab: 'messages', label: 'Messages' },
] as const

export function ChannelHeader({ state, channel, tab, onTab }: ChannelHeaderProps) {
  const bot = state.users.find((user) => user.id === state.bot)
  const isApp = channel.kind === 'dm'
  return (
    <header className="channel-header">
      <h1>
        {isApp && <Avatar user={bot} size="small" />}
        {channelName(state, channel)}
        {channel.kind === 'private' && <span className="quiet"> private</span>}
      </h1>
      {isApp && (
        <nav className="tabs" aria-label={`Pages of ${bot?.realName ?? 'the app'}`}>
          {tabs.map((each) => (
            <button
              key={each.tab}
              type="button"
              className="tab"
              aria-current={each.tab === tab ? 'page' : undefined}
              onClick={() => onTab(each.tab)}
            >
              {each.label}
            </button>
          ))}
        </nav>
      )}
    </header>
  )
}
