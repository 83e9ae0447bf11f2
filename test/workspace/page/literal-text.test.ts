import { literalBlock, literalText } from '../../../src/workspace/page/block-kit/literal-text.ts'

const visible = (text: string): string => text.replaceAll('\u2060', '')

describe('literalText', () => {
  it('keeps typed brackets apart from what they would mean', () => {
    const text = literalText('&lt;@U1&gt; &lt;https://evil.example|bank&gt;')
    expect(text).not.toMatch(/&lt;[@h]/)
    expect(visible(text)).toBe('&lt;@U1> &lt;https://evil.example|bank>')
  })

  it('keeps a typed > at the start of a line from becoming a quote', () => {
    expect(literalText('&gt; x\n&gt; y')).not.toMatch(/^>/m)
    expect(literalText('a &gt; b')).toBe('a > b')
  })

  it('keeps Markdown that Slack does not know as it was written', () => {
    for (const text of ['[bank](https://evil.example)', '![x](https://evil.example)', '# heading', '---'])
      expect([literalText(text) === text, visible(literalText(text))]).toEqual([false, text])
  })

  it('leaves real links and mentions alone', () => {
    expect(literalText('<@U1> <https://example.com|example>')).toBe('<@U1> <https://example.com|example>')
  })
})

describe('literalBlock', () => {
  it('reaches every text and drops the block_id', () => {
    const raw = { type: 'context', block_id: 'b', elements: [{ type: 'mrkdwn', text: 'a &gt; b' }] }
    expect(literalBlock(raw)).toEqual({
      type: 'context',
      elements: [{ type: 'mrkdwn', text: 'a > b' }],
    })
  })
})

describe('statusMarks', () => {
  it('are elements of their own in running text, which keeps its style', () => {
    const style = { bold: true }
    const section = {
      type: 'rich_text_section',
      elements: [{ type: 'text', text: '🔴 Stopped · 🟢', style }],
    }
    expect(literalBlock({ type: 'rich_text', elements: [section] })).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'emoji', name: 'red_circle' },
            { type: 'text', text: ' Stopped · ', style },
            { type: 'emoji', name: 'large_green_circle' },
          ],
        },
      ],
    })
  })
})
