import { type ReactNode, useState } from 'react'
import type { PageChannel, PageMessage, PageState } from '../page-api.ts'
import type { Press } from './block-kit/press.ts'
import type { Names } from './block-kit/read-only-block.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { MessageItem } from './message-item.tsx'
import { dateOf, dayOf } from './timestamp.ts'
import { usePinnedScroll } from './use-pinned-scroll.ts'

interface MessageListProps {
  readonly state: PageState
  readonly channel: PageChannel
  readonly label: string
  readonly names: Names
  /** Shown while nothing was said yet. */
  readonly empty: ReactNode
  readonly onPress: (ts: string, press: Press) => Promise<void>
  readonly onDelete: (ts: string) => void
}

const together = 5 * 60_000

function follows(previous: PageMessage | undefined, message: PageMessage): boolean {
  if (!previous || previous.user !== message.user || previous.ephemeral || message.ephemeral) return false
  return dateOf(message.ts).getTime() - dateOf(previous.ts).getTime() < together
}

const deletion = {
  title: { text: 'Delete this message?' },
  text: { text: 'It disappears for everybody. This cannot be undone.' },
  confirm: { text: 'Delete' },
  deny: { text: 'Keep it' },
  style: 'danger' as const,
}

export function MessageList({ state, channel, label, names, empty, onPress, onDelete }: MessageListProps) {
  const [deleting, setDeleting] = useState<string>()
  const { messages } = channel
  const newest = messages.at(-1)
  const scroll = usePinnedScroll(newest?.ts, newest?.user === state.me, messages)
  const users = new Map(state.users.map((user) => [user.id, user]))
  return (
    <div className="message-area">
      <section
        className="message-scroll"
        ref={scroll.ref}
        onScroll={scroll.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={label}
      >
        {messages.length === 0 && empty}
        <ol className="messages">
          {messages.map((message, index) => {
            const previous = messages[index - 1]
            const newDay = !previous || dayOf(previous.ts) !== dayOf(message.ts)
            return [
              newDay && (
                <li key={`day ${message.ts}`} className="day">
                  <span>{dayOf(message.ts)}</span>
                </li>
              ),
              <MessageItem
                key={message.ts}
                message={message}
                author={users.get(message.user)}
                follows={!newDay && follows(previous, message)}
                names={names}
                onPress={(press) => onPress(message.ts, press)}
                onDelete={
                  message.user === state.me && !message.ephemeral ? () => setDeleting(message.ts) : undefined
                }
              />,
            ]
          })}
        </ol>
      </section>
      {scroll.newerBelow && (
        <button type="button" className="button newer" onClick={scroll.toNewest}>
          New messages ↓
        </button>
      )}
      {deleting && (
        <ConfirmDialog
          confirm={deletion}
          onDeny={() => setDeleting(undefined)}
          onConfirm={() => {
            setDeleting(undefined)
            onDelete(deleting)
          }}
        />
      )}
    </div>
  )
}
