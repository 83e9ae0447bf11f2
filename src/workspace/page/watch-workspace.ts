import type { PageState } from '../page-api.ts'
import { fetchState, UnknownPerson } from './workspace-client.ts'

export type Link = 'opening' | 'live' | 'lost'

interface Watcher {
  readonly onState: (state: PageState) => void
  readonly onLink: (link: Link) => void
  readonly onUnknownPerson: () => void
}

export interface Watch {
  readonly refresh: () => void
  readonly stop: () => void
}

const retryAfter = 2000

/** Keeps the watcher up to date: one request at a time, and one more when something changed meanwhile. */
export function watchWorkspace(person: string | undefined, watcher: Watcher): Watch {
  const aborter = new AbortController()
  let loading = false
  let again = false
  let timer: number | undefined

  const load = async (): Promise<void> => {
    try {
      const state = await fetchState(person, aborter.signal)
      watcher.onLink('live')
      watcher.onState(state)
    } catch (error) {
      if (aborter.signal.aborted) return
      if (error instanceof UnknownPerson) return watcher.onUnknownPerson()
      watcher.onLink('lost')
      timer = window.setTimeout(refresh, retryAfter)
    }
  }
  const refresh = (): void => {
    again = loading
    if (loading || aborter.signal.aborted) return
    window.clearTimeout(timer)
    loading = true
    void load().finally(() => {
      loading = false
      if (again) refresh()
    })
  }

  const stream = person ? new EventSource(`/page/stream?as=${encodeURIComponent(person)}`) : undefined
  stream?.addEventListener('open', refresh)
  stream?.addEventListener('message', refresh)
  stream?.addEventListener('error', () => watcher.onLink('lost'))
  refresh()
  return {
    refresh,
    stop: () => {
      aborter.abort()
      window.clearTimeout(timer)
      stream?.close()
    },
  }
}
