import { parseBlock, parseView, textOf } from '../../../src/workspace/page/block-kit/block.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const button = { type: 'button', action_id: 'go', text: plain('Go') }

describe('parseBlock', () => {
  it('takes the control out of a section and leaves its text', () => {
    const text = { type: 'mrkdwn', text: '*Who*' }
    expect(parseBlock({ type: 'section', block_id: 'b', text, accessory: button })).toMatchObject({
      kind: 'accessory',
      blockId: 'b',
      element: { type: 'button' },
      rest: { type: 'section', block_id: 'b', text },
    })
  })

  it('leaves pictures and all that has no control to the library', () => {
    const image = { type: 'image', image_url: 'x', alt_text: 'x' }
    for (const raw of [
      { type: 'section', accessory: image },
      { type: 'divider' },
      { type: 'new_in_2030' },
      {},
    ])
      expect(parseBlock(raw)).toEqual({ kind: 'text', rest: raw })
  })

  it('takes a table with its cells, text or rich text', () => {
    const rich = { type: 'rich_text', elements: [] }
    const rows = [[{ type: 'raw_text', text: 'Path' }, rich]]
    const settings = [{ is_wrapped: true }, { align: 'right' }]
    expect(parseBlock({ type: 'table', rows, column_settings: settings })).toEqual({
      kind: 'table',
      block: {
        type: 'table',
        rows: [
          [
            { kind: 'text', text: 'Path' },
            { kind: 'rich', rich },
          ],
        ],
        column_settings: [{ align: 'left' }, { align: 'right' }],
      },
    })
  })

  it('names a control it does not know', () => {
    const parsed = parseBlock({ type: 'actions', block_id: 'b', elements: [button, { type: 'timepicker' }] })
    expect(parsed).toMatchObject({
      kind: 'controls',
      block: { elements: [{ type: 'button' }, { type: 'unknown', name: 'timepicker' }] },
    })
  })
})

describe('parseView', () => {
  it('shows nothing for what is not a view', () => {
    expect(parseView({ blocks: 'none' })).toEqual({ blocks: [] })
  })
})

describe('textOf', () => {
  it('is a label without marks', () => {
    expect(textOf({ text: { type: 'mrkdwn', text: '*Who* asks' } })).toBe('Who asks')
    expect(textOf({})).toBe('Choose')
  })
})
