import { useContext } from 'react'
import { People } from '../people-context.ts'
import type { ElementOf } from './block.ts'
import type { ElementProps } from './press.ts'
import { SelectElement } from './select-element.tsx'

/** Slack's choice among all people of the workspace, as a native select. */
export function PersonElement({ element, ...rest }: ElementProps<ElementOf<'users_select'>>) {
  const options = useContext(People).map(({ id, name }) => ({ text: { text: name }, value: id }))
  const initial = options.find(({ value }) => value === element.initial_user)
  const { action_id, placeholder, confirm } = element
  return (
    <SelectElement
      element={{
        type: 'static_select',
        action_id,
        placeholder,
        confirm,
        options,
        initial_option: initial,
      }}
      {...rest}
    />
  )
}
