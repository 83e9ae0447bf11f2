import fc from 'fast-check'
import { escapeText, markUp } from '../../src/workspace/server/escape.ts'

describe('markUp', () => {
  it.each([
    ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
    ['@Postern help', '<@U0POSTERN1> help'],
    ['hello @postern, hello', 'hello <@U0POSTERN1>, hello'],
    ['<@U0POSTERN1> help', '<@U0POSTERN1> help'],
    ['<@U0NOBODY01> help', '&lt;@U0NOBODY01&gt; help'],
    ['<!channel> look', '&lt;!channel&gt; look'],
    ['I am me@example.com.', 'I am <mailto:me@example.com|me@example.com>.'],
    ['see https://example.com/?a=1&b=2', 'see <https://example.com/?a=1&amp;b=2>'],
    ['<https://example.com>', '&lt;<https://example.com>&gt;'],
    [
      'write to support@postern.example.com',
      'write to <mailto:support@postern.example.com|support@postern.example.com>',
    ],
    ['我的邮箱打不开', '我的邮箱打不开'],
  ])('turns %j into %j', (typed, sent) => {
    expect(markUp(typed)).toBe(sent)
  })
})

describe('escapeText', () => {
  it('is undone by reading the three entities back', () => {
    const read = (text: string) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    fc.assert(fc.property(fc.string(), (text) => read(escapeText(text)) === text))
    fc.assert(fc.property(fc.string(), (text) => !/[<>]/.test(escapeText(text))))
  })
})
