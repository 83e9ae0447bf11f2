import type { ElementOf, Option } from './block.ts'
import { fieldName } from './field-name.ts'
import type { ElementProps } from './press.ts'

function OptionList({ options }: { readonly options: readonly Option[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.text.text}
    </option>
  ))
}

export function SelectElement(props: ElementProps<ElementOf<'static_select'>>) {
  const { element, blockId, id, label, describedBy, invalid, onPress } = props
  const placeholder = element.placeholder?.text ?? 'Choose one'
  return (
    <select
      id={id}
      className="select"
      name={fieldName(blockId, element.action_id)}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      defaultValue={element.initial_option?.value ?? ''}
      onChange={(event) =>
        onPress?.({
          blockId,
          actionId: element.action_id,
          values: [event.target.value],
          ...(element.confirm ? { confirm: element.confirm } : {}),
        })
      }
    >
      <option value="">{placeholder}</option>
      <OptionList options={element.options ?? []} />
      {element.option_groups?.map((group) => (
        <optgroup key={group.label.text} label={group.label.text}>
          <OptionList options={group.options} />
        </optgroup>
      ))}
    </select>
  )
}
