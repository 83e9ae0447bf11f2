import { useCallback, useEffect } from 'react'
import { firstChannel } from './channel-name.ts'
import { useRoute } from './use-route.ts'
import { useWorkspace } from './use-workspace.ts'
import { Workspace } from './workspace.tsx'

/** Decides who and where: from the address, else the server's first person and that person's first channel. */
export function App() {
  const [route, go] = useRoute()
  const forget = useCallback(() => go({ tab: 'messages' }), [go])
  const workspace = useWorkspace(route.person, forget)
  const { state } = workspace
  useEffect(() => {
    if (state && route.person === undefined) go({ ...route, person: state.me })
  }, [state, route, go])
  if (!state)
    return (
      <p className="opening" role="status">
        {workspace.link === 'lost' ? 'The local Slack does not answer yet. Trying again…' : 'Opening…'}
      </p>
    )
  const channel = state.channels.find(({ id }) => id === route.channel) ?? firstChannel(state)
  return <Workspace workspace={workspace} state={state} channel={channel} route={route} go={go} />
}
