import { useCallback, useEffect, useState } from 'react'
import type { PageChannel, PageState } from '../page-api.ts'

const key = 'postern-read-up-to'

type ReadUpTo = Readonly<Record<string, string>>

function stored(): ReadUpTo {
  try {
    return Object.fromEntries(
      Object.entries(JSON.parse(window.sessionStorage.getItem(key) ?? '{}')).map(([id, ts]) => [
        id,
        String(ts),
      ]),
    )
  } catch {
    return {}
  }
}

/** Which channels hold something the acting person has not looked at in this tab. */
export function useUnread(state: PageState | undefined, current: PageChannel | undefined) {
  const [readUpTo, setReadUpTo] = useState(stored)
  const me = state?.me
  const newest = current?.messages.at(-1)?.ts
  const currentId = current?.id
  useEffect(() => {
    if (!me || !currentId || !newest) return
    setReadUpTo((before) => {
      const after = { ...before, [`${me} ${currentId}`]: newest }
      window.sessionStorage.setItem(key, JSON.stringify(after))
      return after
    })
  }, [me, currentId, newest])
  return useCallback(
    (channel: PageChannel): boolean => {
      const seen = Number.parseFloat(readUpTo[`${me} ${channel.id}`] ?? '0')
      return channel.messages.some((message) => message.user !== me && Number.parseFloat(message.ts) > seen)
    },
    [readUpTo, me],
  )
}
