import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import type { PageState } from '../page-api.ts'
import { SuggestionList, suggestionId } from './suggestion-list.tsx'
import { useSuggestions } from './use-suggestions.ts'

interface ComposerProps {
  readonly state: PageState
  readonly label: string
  readonly draft: string
  readonly onDraft: (draft: string) => void
  /** Resolves to whether it was sent. */
  readonly onSend: (text: string, withFile: boolean) => Promise<boolean>
}

type KeyAct = 'send' | 'complete' | 'close' | 'next' | 'previous'

/** What a key does in the message box, beside typing. */
function keyAct(event: KeyboardEvent, suggesting: boolean, completing: boolean): KeyAct | undefined {
  if (event.shiftKey) return undefined
  switch (event.key) {
    case 'Enter':
      return completing ? 'complete' : 'send'
    case 'Tab':
      return completing ? 'complete' : undefined
    case 'Escape':
      return suggesting ? 'close' : undefined
    case 'ArrowDown':
      return suggesting ? 'next' : undefined
    case 'ArrowUp':
      return suggesting ? 'previous' : undefined
    default:
      return undefined
  }
}

/** Grows with its text, up to the limit of its CSS. */
function useFittingHeight(draft: string) {
  const ref = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the draft
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight + 2}px`
  }, [draft])
  return ref
}

/** What is sent when the person says so: the draft, with or without a picture. */
function useSending({ draft, onDraft, onSend }: ComposerProps) {
  const [withFile, setWithFile] = useState(false)
  const send = async (): Promise<void> => {
    if (draft.trim() === '') return
    onDraft('')
    setWithFile(false)
    if (!(await onSend(draft.trim(), withFile))) onDraft(draft)
  }
  return { withFile, setWithFile, send }
}

interface ToolsProps {
  readonly withFile: boolean
  readonly onWithFile: (withFile: boolean) => void
  readonly isEmpty: boolean
}

function Tools({ withFile, onWithFile, isEmpty }: ToolsProps) {
  return (
    <div className="composer-tools">
      <label className="attach">
        <input type="checkbox" checked={withFile} onChange={(event) => onWithFile(event.target.checked)} />
        Attach a sample picture
      </label>
      <span className="quiet keys">Enter sends, Shift+Enter starts a new line</span>
      <button type="submit" className="button primary" aria-disabled={isEmpty}>
        Send
      </button>
    </div>
  )
}

export function Composer(props: ComposerProps) {
  const { state, label, draft, onDraft } = props
  const id = useId()
  const box = useFittingHeight(draft)
  const { withFile, setWithFile, send } = useSending(props)
  const { suggestions, active, completing, move, close } = useSuggestions(draft, state)

  const onKeyDown = (event: KeyboardEvent): void => {
    // An input method's Enter picks a character; it must not send the message.
    if (event.nativeEvent.isComposing) return
    const act = keyAct(event, active !== undefined, completing)
    if (!act) return
    event.preventDefault()
    if (act === 'send') void send()
    else if (act === 'complete') onDraft(active?.draft ?? draft)
    else if (act === 'close') close()
    else move(act === 'next' ? 1 : -1)
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <SuggestionList
        id={id}
        suggestions={suggestions}
        active={active}
        onChoose={(suggestion) => {
          onDraft(suggestion.draft)
          box.current?.focus()
        }}
      />
      <label className="for-screen-readers" htmlFor="message-box">
        {label}
      </label>
      <textarea
        ref={box}
        id="message-box"
        rows={1}
        placeholder={label}
        value={draft}
        maxLength={40_000}
        aria-autocomplete="list"
        aria-controls={suggestions.length > 0 ? id : undefined}
        aria-activedescendant={active ? suggestionId(id, suggestions.indexOf(active)) : undefined}
        onChange={(event) => onDraft(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Tools withFile={withFile} onWithFile={setWithFile} isEmpty={draft.trim() === ''} />
    </form>
  )
}
