import { spokenText } from '../../../src/workspace/page/spoken-text.ts'

const users = [
  {
    id: 'U1',
    name: 'tom',
    realName: 'Tom Hall',
    title: 'Postmaster',
    role: 'postmaster' as const,
    color: '000000',
  },
]

describe('spokenText', () => {
  it('says names and labels instead of ids and addresses', () => {
    expect(spokenText('<@U1> answers, see <https://example.com|the page>', users)).toBe(
      'Tom Hall answers, see the page',
    )
    expect(spokenText('<@U9> <!channel> <https://example.com>', users)).toBe(
      '@U9 @channel https://example.com',
    )
  })

  it('leaves out marks of formatting, and nothing else', () => {
    expect(spokenText('*Step 1:* _now_ a &lt; b &amp;amp; snake_case', users)).toBe(
      'Step 1: now a < b &amp; snake_case',
    )
  })
})
