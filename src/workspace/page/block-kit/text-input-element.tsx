import type { ElementOf } from './block.ts'
import { fieldName } from './field-name.ts'
import type { ElementProps } from './press.ts'

type TextInput = ElementOf<'plain_text_input' | 'email_text_input' | 'url_text_input'>

const kinds = { plain_text_input: 'text', email_text_input: 'email', url_text_input: 'url' } as const

export function TextInputElement(props: ElementProps<TextInput>) {
  const { element, blockId, id, label, describedBy, invalid } = props
  const shared = {
    id,
    className: 'text-input',
    name: fieldName(blockId, element.action_id),
    placeholder: element.placeholder?.text,
    defaultValue: element.initial_value,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'data-focus-first': element.focus_on_load ? '' : undefined,
  }
  return element.multiline ? (
    <textarea {...shared} rows={3} />
  ) : (
    <input {...shared} type={kinds[element.type]} autoComplete="off" />
  )
}
