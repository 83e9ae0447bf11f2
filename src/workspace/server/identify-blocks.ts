import { isJson, type Json, objects } from './json.ts'

const interactive = new Set([
  'button',
  'checkboxes',
  'datepicker',
  'datetimepicker',
  'email_text_input',
  'feedback_buttons',
  'icon_button',
  'multi_static_select',
  'number_input',
  'overflow',
  'plain_text_input',
  'radio_buttons',
  'static_select',
  'timepicker',
  'url_text_input',
  'users_select',
])

/** Gives every block a block_id and every control an action_id, as Slack does where the app left them out. */
export function identifyBlocks(blocks: readonly Json[], nextId: (prefix: string) => string): Json[] {
  const control = (element: Json): Json =>
    typeof element.type === 'string' && interactive.has(element.type)
      ? { ...element, action_id: element.action_id ?? nextId('a') }
      : element
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? nextId('b'),
    ...(isJson(block.element) && { element: control(block.element) }),
    ...(isJson(block.accessory) && { accessory: control(block.accessory) }),
    ...((block.type === 'actions' || block.type === 'context_actions') && {
      elements: objects(block.elements).map(control),
    }),
  }))
}
