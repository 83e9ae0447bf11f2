import { isJson, type Json, objects, stringOf } from './json.ts'

/** A control in a block: a button, a select, an input. */
export interface Control {
  readonly block: Json
  readonly blockId: string
  readonly actionId: string
  readonly element: Json
}

function elementsOf(block: Json): Json[] {
  if (block.type === 'actions' || block.type === 'context_actions') return objects(block.elements)
  return [block.accessory, block.element].filter(isJson)
}

/** Every control of some blocks, in reading order. */
export function controlsOf(blocks: unknown): Control[] {
  return objects(blocks).flatMap((block) =>
    elementsOf(block).flatMap((element) => {
      const blockId = stringOf(block.block_id)
      const actionId = stringOf(element.action_id)
      return blockId !== undefined && actionId !== undefined ? [{ block, blockId, actionId, element }] : []
    }),
  )
}

/** How Slack names what a control holds: one option, several, or a plain value. */
type Holds =
  | 'selected_option'
  | 'selected_options'
  | 'selected_user'
  | 'value'
  | 'selected_date'
  | 'selected_time'
  | 'nothing'

export function holds(element: Json): Holds {
  switch (element.type) {
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
      return 'selected_option'
    case 'multi_static_select':
    case 'checkboxes':
      return 'selected_options'
    case 'users_select':
      return 'selected_user'
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return 'value'
    case 'datepicker':
      return 'selected_date'
    case 'timepicker':
      return 'selected_time'
    default:
      return 'nothing'
  }
}

function optionsOf(element: Json): Json[] {
  return [
    ...objects(element.options),
    ...objects(element.option_groups).flatMap((group) => objects(group.options)),
  ]
}

/** The options with these values; undefined when one is not offered. */
function chosen(element: Json, values: readonly string[]): Json[] | undefined {
  const found = values.map((value) => optionsOf(element).find((option) => option.value === value))
  return found.every(isJson) ? found : undefined
}

const initial: Readonly<Record<Exclude<Holds, 'nothing'>, string>> = {
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_user: 'initial_user',
  value: 'initial_value',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
}

/** What a control holds as Slack reports it; undefined when an option is not offered. Without `entered`, its initial value. */
export function heldValue(element: Json, entered: string | readonly string[] | undefined): Json | undefined {
  const name = holds(element)
  if (name === 'nothing') return {}
  if (entered === undefined) {
    return { [name]: element[initial[name]] ?? (name === 'selected_options' ? [] : null) }
  }
  const values = (typeof entered === 'string' ? [entered] : entered).filter((value) => value !== '')
  if (name !== 'selected_option' && name !== 'selected_options') return { [name]: values[0] ?? null }
  const options = chosen(element, values)
  if (options === undefined) return undefined
  return { [name]: name === 'selected_option' ? (options[0] ?? null) : options }
}

/** `state.values` of some blocks: block_id -> action_id -> what each stateful control holds. */
export function stateValues(
  blocks: unknown,
  entered: (control: Control) => string | readonly string[] | undefined,
): Record<string, Json> {
  const values: Record<string, Json> = {}
  for (const control of controlsOf(blocks)) {
    const name = holds(control.element)
    if (name === 'nothing' || control.element.type === 'overflow') continue
    const value = heldValue(control.element, entered(control))
    values[control.blockId] = {
      ...values[control.blockId],
      [control.actionId]: { type: control.element.type, ...value },
    }
  }
  return values
}
