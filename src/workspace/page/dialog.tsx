import { type ReactNode, useLayoutEffect, useRef } from 'react'

interface DialogProps {
  readonly labelledBy: string
  readonly className?: string
  /** Asked for by Esc. */
  readonly onDismiss: () => void
  readonly children: ReactNode
}

/** A modal `<dialog>`: the browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ labelledBy, className, onDismiss, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const leaving = useRef(false)
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => {
      leaving.current = true
      dialog?.close()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className={`dialog ${className ?? ''}`}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onDismiss()
      }}
      // Chrome closes by itself, without asking, when Esc is pressed twice with nothing done in between.
      onClose={(event) => {
        if (event.target === event.currentTarget && !leaving.current) onDismiss()
      }}
    >
      {children}
    </dialog>
  )
}
