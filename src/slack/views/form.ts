import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import type { Modal } from '../../application/reply.ts'
import { limits } from '../../block-kit/limits.ts'
import { plainText } from './blocks.ts'
import { cut } from './escape.ts'

const actionId = 'value'

interface Field {
  /** The form's field, which is the block_id. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}

function input({ name, label, hint, optional }: Field, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(label, limits.input.label),
    ...(hint !== undefined && { hint: plainText(hint, limits.input.hint) }),
    ...(optional !== undefined && { optional }),
    element,
  }
}

export function textField(
  field: Field,
  how: {
    readonly max: number
    readonly lines?: 'many'
    readonly initial?: string
    readonly placeholder?: string
  },
): InputBlock {
  return input(field, {
    type: 'plain_text_input',
    action_id: actionId,
    multiline: how.lines === 'many',
    max_length: how.max,
    ...(how.initial !== undefined && how.initial !== '' && { initial_value: cut(how.initial, how.max) }),
    ...(how.placeholder !== undefined && { placeholder: plainText(how.placeholder, limits.placeholder) }),
  })
}

type Options = Readonly<Record<string, string>>

const listed = (options: Options) =>
  Object.entries(options).map(([value, text]) => ({ value, text: plainText(text, limits.option.text) }))

export function selectField(field: Field, options: Options, placeholder: string): InputBlock {
  return input(field, {
    type: 'static_select',
    action_id: actionId,
    options: listed(options),
    placeholder: plainText(placeholder, limits.placeholder),
  })
}

/** One box to tick, or to leave alone. */
export function tickField(field: Field, value: string, text: string): InputBlock {
  return input(
    { ...field, optional: true },
    { type: 'checkboxes', action_id: actionId, options: listed({ [value]: text }) },
  )
}

export function personField(field: Field, placeholder: string): InputBlock {
  return input(field, {
    type: 'users_select',
    action_id: actionId,
    placeholder: plainText(placeholder, limits.placeholder),
  })
}

export function radioField(field: Field, options: Options): InputBlock {
  return input(field, { type: 'radio_buttons', action_id: actionId, options: listed(options) })
}

/** A form whose submission says which one it was and what it was for. */
export function form(
  modal: Modal,
  words: { readonly title: string; readonly submit: string; readonly close: string },
  blocks: KnownBlock[],
): ModalView {
  return {
    type: 'modal',
    callback_id: modal.kind,
    private_metadata: JSON.stringify(modal),
    title: plainText(words.title, limits.view.title),
    submit: plainText(words.submit, limits.view.button),
    close: plainText(words.close, limits.view.button),
    blocks,
  }
}
