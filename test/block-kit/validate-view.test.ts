import { validateView } from '../../src/block-kit/validate-view.ts'

const letters = (length: number): string => 'x'.repeat(length)
const plain = (length: number) => ({ type: 'plain_text', text: letters(length) })
const divider = { type: 'divider' }
const input = (id: string) => ({
  type: 'input',
  block_id: id,
  label: plain(4),
  element: { type: 'plain_text_input', action_id: 'value' },
})
const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain(4),
  submit: plain(4),
  close: plain(4),
  callback_id: 'form',
  blocks: [input('a'), input('b')],
  ...more,
})
const paths = (view: unknown): string[] => validateView(view).map((issue) => issue.path)

describe('validateView', () => {
  it('takes a modal whose inputs share an action_id, each in a block of its own', () => {
    expect(paths(modal())).toEqual([])
  })

  it('takes a Home tab', () => {
    expect(paths({ type: 'home', blocks: [divider] })).toEqual([])
  })

  it.each([
    ['title', 24, (n: number) => modal({ title: plain(n) }), '/title/text'],
    ['submit', 24, (n: number) => modal({ submit: plain(n) }), '/submit/text'],
    ['close', 24, (n: number) => modal({ close: plain(n) }), '/close/text'],
    ['private_metadata', 3000, (n: number) => modal({ private_metadata: letters(n) }), '/private_metadata'],
    ['callback_id', 255, (n: number) => modal({ callback_id: letters(n) }), '/callback_id'],
    ['blocks of a modal', 100, (n: number) => modal({ blocks: Array(n).fill(divider) }), '/blocks'],
    [
      'blocks of a Home tab',
      100,
      (n: number) => ({ type: 'home', blocks: Array(n).fill(divider) }),
      '/blocks',
    ],
  ])('takes %s of %i, and refuses one more', (_, limit, make, path) => {
    expect(paths(make(limit))).toEqual([])
    expect(paths(make(limit + 1))).toEqual([path])
  })

  it.each([
    ['inputs without a submit button', modal({ submit: undefined }), '/submit'],
    ['a block_id used twice', modal({ blocks: [input('a'), input('a')] }), '/blocks/1/block_id'],
    [
      'markdown, which is for messages',
      modal({ blocks: [{ type: 'markdown', text: 'x' }] }),
      '/blocks/0/type',
    ],
    ['an unknown kind of view', { type: 'workflow_step', blocks: [] }, '/type'],
    ['a title on a Home tab', { type: 'home', title: plain(4), blocks: [] }, '/title'],
    ['a missing title', modal({ title: undefined }), '/title'],
    [
      'an action_id used twice in a block',
      modal({
        blocks: [
          {
            type: 'actions',
            elements: [1, 2].map(() => ({ type: 'button', action_id: 'a', text: plain(4) })),
          },
        ],
      }),
      '/blocks/0/elements/1/action_id',
    ],
  ])('refuses %s', (_, view, path) => {
    expect(paths(view)).toEqual([path])
  })

  it.each([undefined, null, 'modal', 3, [], {}])('refuses %p', (view) => {
    expect(paths(view)).not.toEqual([])
  })
})
