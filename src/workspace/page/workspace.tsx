import { useEffect, useMemo, useState } from 'react'
import type { PageChannel, PageState } from '../page-api.ts'
import { sent } from './block-kit/press.ts'
import type { Names } from './block-kit/read-only-block.tsx'
import { ChannelHeader } from './channel-header.tsx'
import { botName, channelName } from './channel-name.ts'
import { ChannelNav } from './channel-nav.tsx'
import { Conversation } from './conversation.tsx'
import { focusMessageBox } from './focus-message-box.ts'
import { HomeTab } from './home-tab.tsx'
import { Notices } from './notices.tsx'
import { OpenModal } from './open-modal.tsx'
import { PersonSwitch } from './person-switch.tsx'
import type { Route } from './route.ts'
import { Sidebar } from './sidebar.tsx'
import { useAnnouncement } from './use-announcement.ts'
import { useUnread } from './use-unread.ts'
import type { WorkspaceView } from './use-workspace.ts'

interface WorkspaceProps {
  readonly workspace: WorkspaceView
  readonly state: PageState
  readonly channel: PageChannel | undefined
  readonly route: Route
  readonly go: (route: Route) => void
}

function useNames(state: PageState): Names {
  return useMemo(
    () => ({
      users: state.users.map(({ id, realName }) => ({ id, name: realName })),
      channels: state.channels.map(({ id, name }) => ({ id, name })),
      user_groups: state.usergroups,
    }),
    [state],
  )
}

function useTitle(state: PageState, channel: PageChannel | undefined, hasUnread: boolean): void {
  const me = state.users.find(({ id }) => id === state.me)?.realName ?? ''
  const where = channel ? channelName(state, channel) : state.team
  useEffect(() => {
    document.title = `${hasUnread ? '• ' : ''}${where} · ${me}`
  }, [where, me, hasUnread])
}

/** The whole page: sidebar, the open conversation or Home tab, and the topmost modal. */
export function Workspace({ workspace, state, channel, route, go }: WorkspaceProps) {
  const [drawer, setDrawer] = useState(false)
  const names = useNames(state)
  const isUnread = useUnread(state, channel)
  const hasUnread = state.channels.some((each) => each.id !== channel?.id && isUnread(each))
  const announcement = useAnnouncement(state, channel)
  useTitle(state, channel, hasUnread)
  const { acts } = workspace
  const atHome = route.tab === 'home' && channel?.kind === 'dm'
  const { openHome } = acts
  useEffect(() => {
    if (atHome) void openHome()
  }, [atHome, openHome])

  const move = (next: Route): void => {
    setDrawer(false)
    go(next)
  }
  return (
    <div className="workspace">
      <button type="button" className="skip-link" onClick={focusMessageBox}>
        Skip to the message box
      </button>
      <Sidebar state={state} hasUnread={hasUnread} open={drawer} onToggle={setDrawer}>
        <PersonSwitch state={state} onSwitch={(person) => move({ person, tab: 'messages' })} />
        <ChannelNav
          state={state}
          current={channel?.id}
          isUnread={isUnread}
          onOpen={(id) => move({ person: state.me, channel: id, tab: 'messages' })}
        />
      </Sidebar>
      <main className="main" tabIndex={-1} inert={drawer}>
        <Notices workspace={workspace} bot={botName(state)} />
        {channel && (
          <ChannelHeader
            state={state}
            channel={channel}
            tab={atHome ? 'home' : 'messages'}
            onTab={(tab) => go({ person: state.me, channel: channel.id, tab })}
          />
        )}
        {channel && !atHome && <Conversation state={state} channel={channel} names={names} acts={acts} />}
        {atHome && (
          <HomeTab
            home={state.home}
            bot={botName(state)}
            names={names}
            onPress={(press) => acts.press({ container: { type: 'home' }, ...sent(press) })}
          />
        )}
      </main>
      <OpenModal acts={acts} modal={state.modals.at(-1)} names={names} />
      <p className="for-screen-readers" aria-live="polite">
        {announcement}
      </p>
    </div>
  )
}
