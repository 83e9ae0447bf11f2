import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { PageState } from '../page-api.ts'
import { Avatar } from './avatar.tsx'

interface SidebarProps {
  readonly state: PageState
  readonly hasUnread: boolean
  /** Whether the drawer is open; on wide screens the sidebar always shows. */
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  readonly children: ReactNode
}

/** The sidebar, and on narrow screens the bar that opens it as a drawer. */
export function Sidebar({ state, hasUnread, open, onToggle, children }: SidebarProps) {
  const toggle = useRef<HTMLButtonElement>(null)
  const drawer = useRef<HTMLDivElement>(null)
  const me = state.users.find((user) => user.id === state.me)
  useEffect(() => {
    if (open) drawer.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  }, [open])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return
    onToggle(false)
    toggle.current?.focus()
  }
  return (
    <>
      <div className="top-bar">
        <button
          ref={toggle}
          type="button"
          className="button drawer-toggle"
          aria-label={`${me?.realName}: change person or conversation${hasUnread ? ', new messages' : ''}`}
          aria-expanded={open}
          aria-controls="sidebar"
          onClick={() => onToggle(!open)}
        >
          <Avatar user={me} size="small" />
          <span>{me?.realName}</span>
          {hasUnread && <span className="dot" />}
          <span aria-hidden="true">☰</span>
        </button>
        <span className="top-title">{state.team}</span>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears Esc from the buttons inside */}
      <div ref={drawer} id="sidebar" className={`sidebar ${open ? 'open' : ''}`} onKeyDown={onKeyDown}>
        <p className="team">{state.team}</p>
        {children}
      </div>
      {open && (
        <button
          type="button"
          className="backdrop"
          aria-label="Close the sidebar"
          onClick={() => onToggle(false)}
        />
      )}
    </>
  )
}
