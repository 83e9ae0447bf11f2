import type { AnyElement } from './block.ts'
import { ButtonElement } from './button-element.tsx'
import { ChoicesElement } from './choices-element.tsx'
import { DatePickerElement } from './date-picker-element.tsx'
import { OverflowElement } from './overflow-element.tsx'
import { PersonElement } from './person-element.tsx'
import type { ElementProps } from './press.ts'
import { SelectElement } from './select-element.tsx'
import { TextInputElement } from './text-input-element.tsx'

export function InteractiveElement({ element, ...rest }: ElementProps<AnyElement>) {
  switch (element.type) {
    case 'button':
      return <ButtonElement element={element} {...rest} />
    case 'overflow':
      return <OverflowElement element={element} {...rest} />
    case 'static_select':
      return <SelectElement element={element} {...rest} />
    case 'users_select':
      return <PersonElement element={element} {...rest} />
    case 'radio_buttons':
    case 'checkboxes':
      return <ChoicesElement element={element} {...rest} />
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextInputElement element={element} {...rest} />
    case 'datepicker':
      return <DatePickerElement element={element} {...rest} />
    case 'unknown':
      return <em className="quiet">The local Slack does not show “{element.name}”.</em>
  }
}
