import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

const nearEnd = 48

interface PinnedScroll {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly onScroll: () => void
  /** Something newer stands below what the reader looks at. */
  readonly newerBelow: boolean
  readonly toNewest: () => void
}

/** Keeps the newest message in view, its first line at least, unless the reader scrolled up. */
export function usePinnedScroll(newest: string | undefined, mine: boolean, content: unknown): PinnedScroll {
  const ref = useRef<HTMLDivElement>(null)
  const pinned = useRef(true)
  const last = useRef(newest)
  const [newerBelow, setNewerBelow] = useState(false)

  const toNewest = useCallback(() => {
    const list = ref.current
    const item = list?.querySelector<HTMLElement>('li.message:last-of-type')
    if (!list || !item) return
    const top = item.getBoundingClientRect().top - list.getBoundingClientRect().top + list.scrollTop
    list.scrollTop = Math.min(list.scrollHeight - list.clientHeight, top - 8)
    pinned.current = true
    setNewerBelow(false)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a card edited in place changes the content, not the newest message
  useLayoutEffect(() => {
    const arrived = newest !== last.current
    last.current = newest
    if (pinned.current || (arrived && mine)) toNewest()
    else if (arrived) setNewerBelow(true)
  }, [newest, mine, content, toNewest])

  // A notice above, a font that arrives or a phone's keyboard changes the room there is.
  useEffect(() => {
    const list = ref.current
    if (!list) return
    const observer = new ResizeObserver(() => pinned.current && toNewest())
    observer.observe(list)
    return () => observer.disconnect()
  }, [toNewest])

  const onScroll = useCallback(() => {
    const list = ref.current
    const item = list?.querySelector<HTMLElement>('li.message:last-of-type')
    if (!list || !item) return
    const rest = list.scrollHeight - list.clientHeight - list.scrollTop
    pinned.current =
      rest < nearEnd || item.getBoundingClientRect().top < list.getBoundingClientRect().top + nearEnd
    if (pinned.current) setNewerBelow(false)
  }, [])
  return { ref, onScroll, newerBelow, toNewest }
}
