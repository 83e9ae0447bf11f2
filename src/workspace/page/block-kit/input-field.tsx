import { useId } from 'react'
import { languageOf } from '../language-of.ts'
import type { InputBlock } from './block.ts'
import { InteractiveElement } from './interactive-element.tsx'
import type { Press } from './press.ts'

const optional = { en: ' (optional)', 'zh-CN': '（选填）' }

interface InputFieldProps {
  readonly block: InputBlock
  readonly error: string | undefined
  readonly onPress: (press: Press) => void
}

/** An input block: its label, its control, its hint, and what is wrong with it, all tied together for assistive tools. */
export function InputField({ block, error, onPress }: InputFieldProps) {
  const id = useId()
  const isGroup = block.element.type === 'radio_buttons' || block.element.type === 'checkboxes'
  const describedBy =
    [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const name = (
    <>
      {block.label.text}
      {block.optional && <span className="quiet">{optional[languageOf(block)]}</span>}
    </>
  )
  const rest = (
    <>
      <InteractiveElement
        element={block.element}
        blockId={block.block_id}
        id={id}
        describedBy={describedBy}
        invalid={error ? true : undefined}
        onPress={block.dispatch_action ? onPress : undefined}
      />
      {block.hint && (
        <p id={`${id}-hint`} className="field-hint">
          {block.hint.text}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </>
  )
  return isGroup ? (
    <fieldset className="field" aria-describedby={describedBy} data-invalid={error ? '' : undefined}>
      <legend className="field-label">{name}</legend>
      {rest}
    </fieldset>
  ) : (
    <div className="field" data-invalid={error ? '' : undefined}>
      <label className="field-label" htmlFor={id}>
        {name}
      </label>
      {rest}
    </div>
  )
}
