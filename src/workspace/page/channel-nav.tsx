import type { PageChannel, PageState } from '../page-api.ts'
import { Avatar } from './avatar.tsx'
import { channelName, sortedChannels } from './channel-name.ts'

interface ChannelNavProps {
  readonly state: PageState
  readonly current: string | undefined
  readonly isUnread: (channel: PageChannel) => boolean
  readonly onOpen: (channel: string) => void
}

function Mark({ state, channel }: { readonly state: PageState; readonly channel: PageChannel }) {
  if (channel.kind === 'dm')
    return <Avatar user={state.users.find((user) => user.id === state.bot)} size="small" />
  return channel.kind === 'public' ? (
    <span className="channel-mark" aria-hidden="true">
      #
    </span>
  ) : (
    <svg className="channel-mark" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M6 9V6.5a4 4 0 0 1 8 0V9h1v8H5V9zm1.8 0h4.4V6.5a2.2 2.2 0 0 0-4.4 0z" fill="currentColor" />
    </svg>
  )
}

function ChannelLink({ channel, ...props }: ChannelNavProps & { readonly channel: PageChannel }) {
  const { state, current, isUnread, onOpen } = props
  const unread = channel.id !== current && isUnread(channel)
  const name = channelName(state, channel).replace(/^#/, '')
  return (
    <li>
      <button
        type="button"
        className={`side-item ${unread ? 'unread' : ''}`}
        aria-label={[name, channel.kind === 'private' && 'private', unread && 'new messages']
          .filter(Boolean)
          .join(', ')}
        aria-current={channel.id === current ? 'page' : undefined}
        onClick={() => onOpen(channel.id)}
      >
        <Mark state={state} channel={channel} />
        <span>{name}</span>
        {unread && <span className="dot" />}
      </button>
    </li>
  )
}

export function ChannelNav(props: ChannelNavProps) {
  const channels = sortedChannels(props.state)
  const groups = [
    { title: 'Direct messages', channels: channels.filter(({ kind }) => kind === 'dm') },
    { title: 'Channels', channels: channels.filter(({ kind }) => kind !== 'dm') },
  ]
  return (
    <nav aria-label="Conversations">
      {groups.map(({ title, channels: members }) => (
        <section key={title} aria-label={title}>
          <h2 className="side-title">{title}</h2>
          <ul>
            {members.map((channel) => (
              <ChannelLink key={channel.id} channel={channel} {...props} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
