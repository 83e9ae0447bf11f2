import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { PageModal, PageResult, SubmitModal } from '../page-api.ts'
import { parseView } from './block-kit/block.ts'
import { BlockList } from './block-kit/block-list.tsx'
import type { Press } from './block-kit/press.ts'
import { readInputs } from './block-kit/read-inputs.ts'
import type { Names } from './block-kit/read-only-block.tsx'
import { Dialog } from './dialog.tsx'
import { Problem } from './problem.tsx'
import { problemText } from './problem-text.ts'

interface ModalProps {
  readonly modal: PageModal
  readonly names: Names
  readonly onSubmit: (form: SubmitModal) => Promise<PageResult>
  readonly onPress: (press: Press) => Promise<void>
  readonly onClose: () => void
}

const focusable = 'input, select, textarea'

/** The topmost view of the bot. What is entered stays in the form's own controls until it is sent. */
export function Modal({ modal, names, onSubmit, onPress, onClose }: ModalProps) {
  const view = parseView(modal.view)
  const titleId = useId()
  const form = useRef<HTMLFormElement>(null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string>()
  const [sending, setSending] = useState(false)

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[data-focus-first]')
    ;(first ?? form.current?.querySelector<HTMLElement>(focusable))?.focus()
  }, [])
  useEffect(() => {
    if (Object.keys(errors).length === 0) return
    form.current?.querySelector('[data-invalid]')?.querySelector<HTMLElement>(focusable)?.focus()
  }, [errors])

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (sending) return
    const inputs = readInputs(view.blocks, new FormData(event.currentTarget))
    setProblem(undefined)
    setSending(true)
    const result = await onSubmit({ viewId: modal.viewId, inputs })
    setSending(false)
    setErrors(result.errors ?? {})
    if (!result.ok && !result.errors) setProblem(problemText(result.error))
  }

  return (
    <Dialog labelledBy={titleId} className="modal" onDismiss={onClose}>
      <form ref={form} className="modal-form" noValidate onSubmit={(event) => void submit(event)}>
        <header className="modal-header">
          <h2 id={titleId} className="dialog-title">
            {view.title?.text ?? 'Form'}
          </h2>
        </header>
        <div className="modal-body">
          {problem && <Problem text={problem} onDismiss={() => setProblem(undefined)} />}
          <BlockList blocks={view.blocks} names={names} errors={errors} onPress={onPress} />
        </div>
        <footer className="dialog-buttons modal-footer">
          <button type="button" className="button" onClick={onClose}>
            {view.close?.text ?? 'Close'}
          </button>
          {view.submit && (
            <button type="submit" className="button primary" aria-disabled={sending}>
              {sending ? 'Sending…' : view.submit.text}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  )
}
