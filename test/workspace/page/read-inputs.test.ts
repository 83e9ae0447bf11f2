import { fieldName } from '../../../src/workspace/page/block-kit/field-name.ts'
import { readInputs } from '../../../src/workspace/page/block-kit/read-inputs.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const options = ['a', 'b'].map((value) => ({ value, text: plain(value) }))

function input(block_id: string, element: object) {
  return { type: 'input', block_id, label: plain(block_id), element: { action_id: 'value', ...element } }
}

const blocks = [
  { type: 'section', text: { type: 'mrkdwn', text: 'Read only' } },
  input('text', { type: 'plain_text_input' }),
  input('one', { type: 'static_select', options }),
  input('many', { type: 'checkboxes', options }),
  input('strange', { type: 'rich_text_input' }),
  {
    type: 'actions',
    block_id: 'buttons',
    elements: [{ type: 'button', action_id: 'x', text: plain('X') }],
  },
]

describe('readInputs', () => {
  it('gives texts as texts and choices as lists', () => {
    const form = new FormData()
    form.append(fieldName('text', 'value'), 'hello')
    form.append(fieldName('one', 'value'), 'b')
    form.append(fieldName('many', 'value'), 'a')
    form.append(fieldName('many', 'value'), 'b')
    expect(readInputs(blocks, form)).toEqual({
      text: { value: 'hello' },
      one: { value: ['b'] },
      many: { value: ['a', 'b'] },
    })
  })

  it('gives what was left empty as empty', () => {
    const form = new FormData()
    form.append(fieldName('one', 'value'), '')
    expect(readInputs(blocks, form)).toEqual({ text: { value: '' }, one: { value: [] }, many: { value: [] } })
  })
})
