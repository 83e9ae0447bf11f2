import type { ElementOf } from './block.ts'
import { fieldName } from './field-name.ts'
import type { ElementProps } from './press.ts'

type Choices = ElementOf<'radio_buttons'> | ElementOf<'checkboxes'>

function chosenAtFirst(element: Choices): ReadonlySet<string> {
  const initial =
    element.type === 'checkboxes'
      ? (element.initial_options ?? [])
      : element.initial_option
        ? [element.initial_option]
        : []
  return new Set(initial.map((option) => option.value))
}

/** Radio buttons and checkboxes; the group's name comes from the fieldset or group around them. */
export function ChoicesElement({ element, blockId, id, label, onPress }: ElementProps<Choices>) {
  const first = chosenAtFirst(element)
  const name = fieldName(blockId, element.action_id)
  const changed = (group: HTMLElement | null): void => {
    const checked = [...(group?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])]
    onPress?.({
      blockId,
      actionId: element.action_id,
      values: checked.map((input) => input.value),
      ...(element.confirm ? { confirm: element.confirm } : {}),
    })
  }
  return (
    <div className="choices" {...(label ? { role: 'group', 'aria-label': label } : {})}>
      {element.options.map((option, index) => (
        <label key={option.value} className="choice">
          <input
            id={`${id}-${index}`}
            type={element.type === 'checkboxes' ? 'checkbox' : 'radio'}
            name={name}
            value={option.value}
            defaultChecked={first.has(option.value)}
            onChange={(event) => changed(event.target.closest<HTMLElement>('.choices'))}
          />
          <span>
            {option.text.text}
            {option.description && <small className="quiet">{option.description.text}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}
