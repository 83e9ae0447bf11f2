import { useEffect } from 'react'
import type { PageModal } from '../page-api.ts'
import { sent } from './block-kit/press.ts'
import type { Names } from './block-kit/read-only-block.tsx'
import { focusMessageBox } from './focus-message-box.ts'
import { Modal } from './modal.tsx'
import { People } from './people-context.ts'
import type { Acts } from './use-workspace.ts'

interface OpenModalProps {
  readonly modal: PageModal | undefined
  readonly names: Names
  readonly acts: Acts
}

/** After a modal the focus goes back to where it was; if that is gone, to the message box. */
export function OpenModal({ modal, names, acts }: OpenModalProps) {
  const isOpen = modal !== undefined
  useEffect(() => {
    if (!isOpen) return
    return () => {
      if (document.activeElement === document.body) focusMessageBox()
    }
  }, [isOpen])
  if (!modal) return null
  return (
    <People value={names.users}>
      <Modal
        key={modal.viewId}
        modal={modal}
        names={names}
        onSubmit={acts.submit}
        onPress={(press) => acts.press({ container: { type: 'view', viewId: modal.viewId }, ...sent(press) })}
        onClose={() => void acts.close(modal.viewId)}
      />
    </People>
  )
}
