import { useEffect, useRef, useState } from 'react'
import type { PageChannel, PageMessage, PageState } from '../page-api.ts'
import { spokenText } from './spoken-text.ts'

function news(before: PageChannel, after: PageChannel, me: string): PageMessage | undefined {
  const known = new Map(before.messages.map((message) => [message.ts, JSON.stringify(message)]))
  return after.messages.findLast(
    (message) => message.user !== me && known.get(message.ts) !== JSON.stringify(message),
  )
}

/** What a screen reader is told: the newest message of the open channel that came or changed. */
export function useAnnouncement(state: PageState | undefined, channel: PageChannel | undefined): string {
  const last = useRef<{ readonly me: string; readonly channel: PageChannel }>(undefined)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (!state || !channel) return
    const before = last.current
    last.current = { me: state.me, channel }
    if (!before || before.me !== state.me || before.channel.id !== channel.id) return setWords('')
    const message = news(before.channel, channel, state.me)
    if (!message) return
    const author = state.users.find((user) => user.id === message.user)?.realName ?? message.user
    const note = message.ephemeral ? ' (only visible to you)' : ''
    setWords(`${author}${note}: ${spokenText(message.text, state.users)}`)
  }, [state, channel])
  return words
}
