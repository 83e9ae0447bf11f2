import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PageResult, PageState, PressAction, SubmitModal } from '../page-api.ts'
import { problemText } from './problem-text.ts'
import { type Link, type Watch, watchWorkspace } from './watch-workspace.ts'
import { act } from './workspace-client.ts'

export interface Acts {
  readonly say: (channel: string, text: string, withFile: boolean) => Promise<boolean>
  readonly press: (action: PressAction) => Promise<void>
  readonly submit: (form: SubmitModal) => Promise<PageResult>
  readonly close: (viewId: string) => Promise<void>
  readonly openHome: () => Promise<void>
  readonly remove: (channel: string, ts: string) => Promise<void>
}

export interface WorkspaceView {
  readonly state: PageState | undefined
  readonly link: Link
  /** What went wrong with the last act, in words. */
  readonly problem: string | undefined
  readonly dismissProblem: () => void
  readonly acts: Acts
}

/** All the page knows and can do: the state of the acting person, kept current, and what that person can do. */
export function useWorkspace(person: string | undefined, onUnknownPerson: () => void): WorkspaceView {
  const [state, setState] = useState<PageState>()
  const [link, setLink] = useState<Link>('opening')
  const [problem, setProblem] = useState<string>()
  const watch = useRef<Watch>(undefined)
  const me = state?.me ?? ''

  useEffect(() => {
    const current = watchWorkspace(person, { onState: setState, onLink: setLink, onUnknownPerson })
    watch.current = current
    return current.stop
  }, [person, onUnknownPerson])

  const attempt = useCallback(
    async (path: string, body: object): Promise<PageResult> => {
      const result = await act(me, path, body)
      setProblem(result.ok || result.errors ? undefined : problemText(result.error))
      watch.current?.refresh()
      return result
    },
    [me],
  )
  const acts = useMemo<Acts>(
    () => ({
      say: async (channel, text, withFile) =>
        (await attempt('/page/message', { channel, text, ...(withFile ? { withFile } : {}) })).ok,
      press: async (action) => void (await attempt('/page/action', action)),
      submit: (form) => attempt('/page/modal/submit', form),
      close: async (viewId) => void (await attempt('/page/modal/close', { viewId })),
      openHome: async () => void (await attempt('/page/home/open', {})),
      remove: async (channel, ts) => void (await attempt('/page/message/delete', { channel, ts })),
    }),
    [attempt],
  )
  return { state, link, problem, dismissProblem: () => setProblem(undefined), acts }
}
