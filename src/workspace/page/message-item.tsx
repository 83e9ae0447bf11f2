import { useLayoutEffect, useRef } from 'react'
import type { PageMessage, PageUser } from '../page-api.ts'
import { Avatar } from './avatar.tsx'
import { BlockList } from './block-kit/block-list.tsx'
import type { Press } from './block-kit/press.ts'
import type { Names } from './block-kit/read-only-block.tsx'
import { typedText } from './block-kit/typed-text.ts'
import { MenuButton } from './menu-button.tsx'
import { clockTime, dateOf } from './timestamp.ts'

interface MessageItemProps {
  readonly message: PageMessage
  readonly author: PageUser | undefined
  /** Said right after the same author's last message: no name again. */
  readonly follows: boolean
  readonly names: Names
  readonly onPress: (press: Press) => Promise<void>
  /** Only for one's own messages. */
  readonly onDelete: (() => void) | undefined
}

/** A pressed button often vanishes with the card it was on; the focus then stays on the message instead of getting lost. */
function useKeptFocus() {
  const ref = useRef<HTMLLIElement>(null)
  const had = useRef(false)
  useLayoutEffect(() => {
    const active = document.activeElement
    if (had.current && (active === null || active === document.body))
      ref.current?.focus({ preventScroll: true })
    had.current = ref.current?.contains(document.activeElement) ?? false
  })
  const note = (has: boolean) => (): void => {
    had.current = has
  }
  return { ref, onFocus: note(true), onBlur: note(false) }
}

export function MessageItem({ message, author, follows, names, onPress, onDelete }: MessageItemProps) {
  const kept = useKeptFocus()
  const blocks = message.blocks ?? [
    author?.role === 'bot'
      ? { type: 'section', text: { type: 'mrkdwn', text: message.text } }
      : typedText(message.text),
  ]
  const name = author?.realName ?? message.user
  return (
    <li
      {...kept}
      className={`message ${message.ephemeral ? 'ephemeral' : ''} ${follows ? 'follows' : ''}`}
      tabIndex={-1}
      data-ts={message.ts}
    >
      <div className="message-gutter">{!follows && <Avatar user={author} size="large" />}</div>
      <div className="message-body">
        {message.ephemeral && <p className="only-you">Only visible to you</p>}
        <p className={follows ? 'for-screen-readers' : 'message-head'}>
          <b>{name}</b>
          {author?.role === 'bot' && <span className="app-badge">App</span>}
          <time className="quiet" dateTime={dateOf(message.ts).toISOString()}>
            {clockTime(message.ts)}
          </time>
        </p>
        <BlockList blocks={blocks} names={names} onPress={onPress} />
        {message.files?.map((file) => (
          <p key={file} className="attached">
            Attached: {file}
          </p>
        ))}
        {message.edited && <span className="edited">(edited)</span>}
      </div>
      {onDelete && (
        <MenuButton
          className="message-menu"
          label={`More actions for your message of ${clockTime(message.ts)}`}
          items={[{ label: 'Delete message', choose: onDelete }]}
        />
      )}
    </li>
  )
}
