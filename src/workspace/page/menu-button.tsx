import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'

interface MenuItem {
  readonly label: string
  readonly choose: () => void
}

interface MenuButtonProps {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly className?: string
}

const roomBelow = 240
const roomBeside = 290

/** A ⋯ button that opens a short list of buttons. Esc, a choice or leaving it closes the list. */
export function MenuButton({ label, items, className }: MenuButtonProps) {
  const [open, setOpen] = useState<string>()
  const trigger = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setOpen(undefined)
    trigger.current?.focus()
  }
  const toggle = (): void => {
    const { bottom, left } = trigger.current?.getBoundingClientRect() ?? { bottom: 0, left: 0 }
    const vertical = bottom + roomBelow > window.innerHeight ? 'up' : 'down'
    const horizontal = left + roomBeside > window.innerWidth ? 'end' : 'start'
    setOpen(open ? undefined : `${vertical} ${horizontal}`)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    event.preventDefault()
    close()
  }
  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(undefined)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Esc and focus of the buttons inside
    <div className={`menu ${className ?? ''}`} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={trigger}
        type="button"
        className="button menu-trigger"
        aria-label={label}
        aria-expanded={open !== undefined}
        onClick={toggle}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {open && (
        <ul className={`menu-list ${open}`}>
          {items.map((item) => (
            <li key={item.label}>
              <button
                type="button"
                className="menu-item"
                onClick={() => {
                  close()
                  item.choose()
                }}
              >
                {item.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
