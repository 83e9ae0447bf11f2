import { useId } from 'react'
import type { Confirm } from './block-kit/block.ts'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  readonly confirm: Confirm
  readonly onConfirm: () => void
  readonly onDeny: () => void
}

export function ConfirmDialog({ confirm, onConfirm, onDeny }: ConfirmDialogProps) {
  const id = useId()
  return (
    <Dialog labelledBy={id} className="confirm" onDismiss={onDeny}>
      <h2 id={id} className="dialog-title">
        {confirm.title.text}
      </h2>
      <p className="dialog-text">{confirm.text.text}</p>
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={onDeny}>
          {confirm.deny.text}
        </button>
        <button type="button" className={`button ${confirm.style ?? 'primary'}`} onClick={onConfirm}>
          {confirm.confirm.text}
        </button>
      </div>
    </Dialog>
  )
}
