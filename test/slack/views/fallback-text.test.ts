import type { KnownBlock } from '@slack/types'
import { actions, button, context } from '../../../src/slack/views/blocks.ts'
import { fallbackText } from '../../../src/slack/views/fallback-text.ts'
import { mention, numbered, paragraph, plain, richText } from '../../../src/slack/views/rich-text.ts'

const buttons = actions([button('card:back', 'Back', '{}'), button('card:start_over', 'A < B', '{}')])

describe('fallbackText', () => {
  it('reads all blocks in order, escaped, the buttons in brackets', () => {
    const blocks: KnownBlock[] = [
      { type: 'header', text: { type: 'plain_text', text: 'Title & more' } },
      ...richText(paragraph(mention('U1'), plain(' says <hi>')), numbered([plain('one'), plain('two')])),
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '*bold*' },
        fields: [{ type: 'plain_text', text: '<x>' }],
      },
      { type: 'divider' },
      ...buttons,
      context('Never'),
    ]
    expect(fallbackText(blocks)).toBe(
      [
        'Title &amp; more',
        '<@U1> says &lt;hi&gt;',
        '1. one',
        '2. two',
        '*bold*',
        '&lt;x&gt;',
        '[Back] [A &lt; B]',
        'Never',
      ].join('\n'),
    )
  })

  it('reads a table row by row', () => {
    const cell = (text: string) => richText(paragraph(plain(text)))
    const rows = [
      [...cell('Path'), ...cell('Share')],
      [...cell('A & B'), { type: 'raw_text' as const, text: '4 < 5' }],
    ]
    expect(fallbackText([{ type: 'table', rows }])).toBe('Path | Share\nA &amp; B | 4 &lt; 5')
  })

  it('leaves out the middle of what is too long, never the buttons', () => {
    const text = fallbackText([...richText(paragraph(plain('&'.repeat(5000)))), ...buttons])
    expect(text.length).toBeLessThanOrEqual(4000)
    expect(text).toMatch(/&amp;…\n\[Back\] \[A &lt; B\]$/)
  })
})
