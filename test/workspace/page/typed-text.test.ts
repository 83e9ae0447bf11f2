import fc from 'fast-check'
import { typedText } from '../../../src/workspace/page/block-kit/typed-text.ts'

const typedElements = (text: string): unknown => {
  const [section] = typedText(text).elements as { elements: unknown }[]
  return section?.elements
}
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

describe('typedText', () => {
  it('keeps any escaped text exactly as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(typedText(escaped(text))).toEqual({
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
        })
      }),
    )
  })

  it('reads mentions and links that Slack marked up', () => {
    expect(typedElements('<@U1> see <https://example.com> or <mailto:a@example.com|a@example.com>')).toEqual([
      { type: 'user', user_id: 'U1' },
      { type: 'text', text: ' see ' },
      { type: 'link', url: 'https://example.com', text: 'https://example.com' },
      { type: 'text', text: ' or ' },
      { type: 'link', url: 'mailto:a@example.com', text: 'a@example.com' },
    ])
  })

  it('links nowhere but to the web and to mail', () => {
    expect(typedElements('<javascript:alert(1)|x>')).toEqual([
      { type: 'text', text: '<javascript:alert(1)|x>' },
    ])
  })
})
