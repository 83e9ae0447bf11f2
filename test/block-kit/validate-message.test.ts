import fc from 'fast-check'
import { limits } from '../../src/block-kit/limits.ts'
import { validateMessage } from '../../src/block-kit/validate-message.ts'

const letters = (length: number): string => 'x'.repeat(length)
const plain = (length: number) => ({ type: 'plain_text', text: letters(length) })
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const section = (text = 'hello') => ({ type: 'section', text: { type: 'mrkdwn', text } })
const button = (more: object = {}) => ({ type: 'button', text: plain(4), action_id: 'a', ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const confirm = (more: object = {}) => ({
  title: plain(4),
  text: plain(4),
  confirm: plain(4),
  deny: plain(4),
  ...more,
})
const cell = (length = 1) => ({ type: 'raw_text', text: letters(length) })
const richCell = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
})
const option = (index: number, more: object = {}) => ({ text: plain(4), value: `v${index}`, ...more })
const choosing = (type: string, count: number, more: object = {}) =>
  actions({ type, action_id: 'a', options: many(count, (index) => option(index, more)) })
const input = (more: object = {}, element: object = {}) => ({
  type: 'input',
  label: plain(4),
  element: { type: 'plain_text_input', action_id: 'a', ...element },
  ...more,
})

interface Limit {
  readonly name: string
  readonly limit: number
  readonly make: (size: number) => object[]
  readonly path: string
}

const table: readonly Limit[] = [
  { name: 'blocks', limit: 50, make: (n) => many(n, () => section()), path: '/blocks' },
  {
    name: 'section text',
    limit: 3000,
    make: (n) => [section(letters(n))],
    path: '/blocks/0/text/text',
  },
  {
    name: 'section fields',
    limit: 10,
    make: (n) => [{ type: 'section', fields: many(n, () => plain(1)) }],
    path: '/blocks/0/fields',
  },
  {
    name: 'section field',
    limit: 2000,
    make: (n) => [{ type: 'section', fields: [plain(n)] }],
    path: '/blocks/0/fields/0/text',
  },
  {
    name: 'header',
    limit: 150,
    make: (n) => [{ type: 'header', text: plain(n) }],
    path: '/blocks/0/text/text',
  },
  {
    name: 'context elements',
    limit: 10,
    make: (n) => [{ type: 'context', elements: many(n, () => plain(1)) }],
    path: '/blocks/0/elements',
  },
  {
    name: 'actions elements',
    limit: 25,
    make: (n) => [actions(...many(n, (index) => button({ action_id: `a${index}` })))],
    path: '/blocks/0/elements',
  },
  {
    name: 'table rows',
    limit: 100,
    make: (n) => [{ type: 'table', rows: many(n, () => [cell()]) }],
    path: '/blocks/0/rows',
  },
  {
    name: 'table cells',
    limit: 20,
    make: (n) => [{ type: 'table', rows: [many(n, () => cell())] }],
    path: '/blocks/0/rows/0',
  },
  {
    name: 'table columns',
    limit: 20,
    make: (n) => [{ type: 'table', rows: [[cell()]], column_settings: many(n, () => ({})) }],
    path: '/blocks/0/column_settings',
  },
  {
    name: 'table text',
    limit: 10_000,
    make: (n) => [{ type: 'table', rows: [[cell(n - 1), richCell('x')]] }],
    path: '/blocks/0/rows',
  },
  {
    name: 'tables',
    limit: 1,
    make: (n) => many(n, () => ({ type: 'table', rows: [[cell()]] })),
    path: '/blocks/1',
  },
  {
    name: 'button text',
    limit: 75,
    make: (n) => [actions(button({ text: plain(n) }))],
    path: '/blocks/0/elements/0/text/text',
  },
  {
    name: 'button value',
    limit: 2000,
    make: (n) => [actions(button({ value: letters(n) }))],
    path: '/blocks/0/elements/0/value',
  },
  {
    name: 'button accessibility label',
    limit: 75,
    make: (n) => [actions(button({ accessibility_label: letters(n) }))],
    path: '/blocks/0/elements/0/accessibility_label',
  },
  {
    name: 'button address',
    limit: 3000,
    make: (n) => [actions(button({ url: `https://a.example/${letters(n - 18)}` }))],
    path: '/blocks/0/elements/0/url',
  },
  {
    name: 'action_id',
    limit: 255,
    make: (n) => [actions(button({ action_id: letters(n) }))],
    path: '/blocks/0/elements/0/action_id',
  },
  {
    name: 'block_id',
    limit: 255,
    make: (n) => [{ ...section(), block_id: letters(n) }],
    path: '/blocks/0/block_id',
  },
  {
    name: 'confirm title',
    limit: 100,
    make: (n) => [actions(button({ confirm: confirm({ title: plain(n) }) }))],
    path: '/blocks/0/elements/0/confirm/title/text',
  },
  {
    name: 'confirm text',
    limit: 300,
    make: (n) => [actions(button({ confirm: confirm({ text: plain(n) }) }))],
    path: '/blocks/0/elements/0/confirm/text/text',
  },
  {
    name: 'confirm button',
    limit: 30,
    make: (n) => [actions(button({ confirm: confirm({ deny: plain(n) }) }))],
    path: '/blocks/0/elements/0/confirm/deny/text',
  },
  {
    name: 'option text',
    limit: 75,
    make: (n) => [choosing('static_select', 1, { text: plain(n) })],
    path: '/blocks/0/elements/0/options/0/text/text',
  },
  {
    name: 'option value',
    limit: 75,
    make: (n) => [choosing('radio_buttons', 1, { value: letters(n) })],
    path: '/blocks/0/elements/0/options/0/value',
  },
  {
    name: 'option description',
    limit: 75,
    make: (n) => [choosing('checkboxes', 1, { description: plain(n) })],
    path: '/blocks/0/elements/0/options/0/description/text',
  },
  {
    name: 'select options',
    limit: 100,
    make: (n) => [choosing('static_select', n)],
    path: '/blocks/0/elements/0/options',
  },
  {
    name: 'radio buttons',
    limit: 10,
    make: (n) => [choosing('radio_buttons', n)],
    path: '/blocks/0/elements/0/options',
  },
  {
    name: 'checkboxes',
    limit: 10,
    make: (n) => [choosing('checkboxes', n)],
    path: '/blocks/0/elements/0/options',
  },
  {
    name: 'overflow options',
    limit: 5,
    make: (n) => [choosing('overflow', n)],
    path: '/blocks/0/elements/0/options',
  },
  {
    name: 'input label',
    limit: 2000,
    make: (n) => [input({ label: plain(n) })],
    path: '/blocks/0/label/text',
  },
  { name: 'input hint', limit: 2000, make: (n) => [input({ hint: plain(n) })], path: '/blocks/0/hint/text' },
  {
    name: 'placeholder',
    limit: 150,
    make: (n) => [input({}, { placeholder: plain(n) })],
    path: '/blocks/0/element/placeholder/text',
  },
  {
    name: 'max_length',
    limit: 3000,
    make: (n) => [input({}, { max_length: n })],
    path: '/blocks/0/element/max_length',
  },
  {
    name: 'initial value',
    limit: 20,
    make: (n) => [input({}, { max_length: 20, initial_value: letters(n) })],
    path: '/blocks/0/element/initial_value',
  },
  {
    name: 'image alt text',
    limit: 2000,
    make: (n) => [{ type: 'image', image_url: 'https://a.example/a.png', alt_text: letters(n) }],
    path: '/blocks/0/alt_text',
  },
  {
    name: 'markdown',
    limit: 12_000,
    make: (n) => [{ type: 'markdown', text: letters(n) }],
    path: '/blocks/0/text',
  },
  {
    name: 'text of all blocks',
    limit: limits.message.blocksText,
    make: (n) => [...many(4, () => section(letters(3000))), section(letters(n - 4 * 3000))],
    path: '/blocks',
  },
]

describe('validateMessage', () => {
  it.each(table)('takes $name of $limit, and refuses one more', ({ limit, make, path }) => {
    expect(validateMessage({ text: 'x', blocks: make(limit) })).toEqual([])
    const issues = validateMessage({ text: 'x', blocks: make(limit + 1) })
    expect(issues.map((issue) => issue.path)).toEqual([path])
  })

  it('takes text of 4000 characters, and refuses 4001, empty and missing text', () => {
    expect(validateMessage({ text: letters(4000) })).toEqual([])
    for (const text of [letters(4001), '', undefined]) {
      expect(validateMessage({ text, blocks: [section()] }).map((issue) => issue.path)).toEqual(['/text'])
    }
  })

  const refused: readonly (readonly [string, object[], string])[] = [
    ['an unknown block', [{ type: 'banner' }], '/blocks/0/type'],
    ['an alert, which is for modals', [{ type: 'alert', text: plain(4) }], '/blocks/0/type'],
    ['an unknown element', [actions({ type: 'slider', action_id: 'a' })], '/blocks/0/elements/0/type'],
    [
      'an input in an actions block',
      [actions({ type: 'plain_text_input', action_id: 'a' })],
      '/blocks/0/elements/0/type',
    ],
    ['a button as context', [{ type: 'context', elements: [button()] }], '/blocks/0/elements/0/type'],
    ['an unknown property', [{ ...section(), colour: 'red' }], '/blocks/0/colour'],
    ['a section without text or fields', [{ type: 'section' }], '/blocks/0/text'],
    ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], '/blocks/0/text/type'],
    ['empty text', [section('')], '/blocks/0/text/text'],
    ['no elements', [actions()], '/blocks/0/elements'],
    ['a missing action_id', [actions(button({ action_id: undefined }))], '/blocks/0/elements/0/action_id'],
    ['an action_id used twice', [actions(button()), actions(button())], '/blocks/1/elements/0/action_id'],
    [
      'a block_id used twice',
      [
        { ...section(), block_id: 'b' },
        { ...section(), block_id: 'b' },
      ],
      '/blocks/1/block_id',
    ],
    ['an unknown style', [actions(button({ style: 'loud' }))], '/blocks/0/elements/0/style'],
    ['an address that is none', [actions(button({ url: 'here' }))], '/blocks/0/elements/0/url'],
    [
      'an initial option that is none of the options',
      [actions({ type: 'static_select', action_id: 'a', options: [option(1)], initial_option: option(2) })],
      '/blocks/0/elements/0/initial_option',
    ],
    [
      'option values used twice',
      [actions({ type: 'overflow', action_id: 'a', options: [option(1), option(1)] })],
      '/blocks/0/elements/0/options',
    ],
    [
      'empty rich text',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] }],
      '/blocks/0/elements/0/elements',
    ],
    [
      'a mention of nobody',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: '<!here>' }] }],
        },
      ],
      '/blocks/0/elements/0/elements/0/user_id',
    ],
  ]
  it.each(refused)('refuses %s', (_, blocks, path) => {
    expect(validateMessage({ text: 'x', blocks }).map((issue) => issue.path)).toEqual([path])
  })

  it('answers for any payload', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (text, blocks) => {
        expect(Array.isArray(validateMessage({ text, blocks }))).toBe(true)
      }),
    )
  })
})
