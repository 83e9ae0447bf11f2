import type { SubmitModal } from '../../page-api.ts'
import { type AnyElement, type Block, parseBlock, type RawBlock } from './block.ts'
import { fieldName } from './field-name.ts'

type Inputs = SubmitModal['inputs']
type Entered = string | string[]

function elementsOf(block: Block): { blockId: string; element: AnyElement }[] {
  switch (block.kind) {
    case 'controls':
      return block.block.elements.map((element) => ({ blockId: block.block.block_id, element }))
    case 'input':
      return [{ blockId: block.block.block_id, element: block.block.element }]
    case 'accessory':
      return [{ blockId: block.blockId, element: block.element }]
    case 'table':
    case 'text':
      return []
  }
}

function entered(element: AnyElement, values: readonly string[]): Entered | undefined {
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'datepicker':
      return values[0] ?? ''
    case 'static_select':
    case 'users_select':
    case 'radio_buttons':
    case 'checkboxes':
      return values.filter((value) => value !== '')
    case 'button':
    case 'overflow':
    case 'unknown':
      return undefined
  }
}

/** What was entered in a modal, by block and action. */
export function readInputs(blocks: readonly RawBlock[], form: FormData): Inputs {
  const inputs: Inputs = {}
  for (const { blockId, element } of blocks.flatMap((raw) => elementsOf(parseBlock(raw)))) {
    if (element.type === 'unknown') continue
    const values = form.getAll(fieldName(blockId, element.action_id)).map(String)
    const value = entered(element, values)
    if (value !== undefined) inputs[blockId] = { ...inputs[blockId], [element.action_id]: value }
  }
  return inputs
}
