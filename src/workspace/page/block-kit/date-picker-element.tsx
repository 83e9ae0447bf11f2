import type { ElementOf } from './block.ts'
import { fieldName } from './field-name.ts'
import type { ElementProps } from './press.ts'

export function DatePickerElement(props: ElementProps<ElementOf<'datepicker'>>) {
  const { element, blockId, id, label, describedBy, invalid, onPress } = props
  return (
    <input
      id={id}
      type="date"
      className="text-input"
      name={fieldName(blockId, element.action_id)}
      defaultValue={element.initial_date}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={(event) => onPress?.({ blockId, actionId: element.action_id, values: [event.target.value] })}
    />
  )
}
