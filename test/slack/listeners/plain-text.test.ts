import fc from 'fast-check'
import { decodeEntities, plainText } from '../../../src/slack/listeners/plain-text.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

describe('plainText', () => {
  it.each([
    ['<@U0BOT> I am locked', 'I am locked'],
    ['hey <@U0BOT|postern>, I am locked', 'hey  , I am locked'],
    ['ask <@U1|lin> or <@U2>', 'ask @lin or @U2'],
    ['in <#C1|general> and <#C2>', 'in #general and #C2'],
    ['<!here> <!channel> <!subteam^S1|@desk> <!date^1^{date}|today>', '@here @channel @desk today'],
    ['<mailto:lin.wei@example.com|lin.wei@example.com>', 'lin.wei@example.com'],
    ['<tel:+861380|+861380>', '+861380'],
    ['see <https://example.com/a?b=1&amp;c=2>', 'see https://example.com/a?b=1&c=2'],
    ['see <http://example.com|example.com>', 'see http://example.com'],
    [
      'see <https://evil.example|https://qiye.aliyun.com>',
      'see https://qiye.aliyun.com (https://evil.example)',
    ],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['1 < 2 > 0', '1 < 2 > 0'],
    ['  \n ', ''],
  ])('reads %j as %j', (slack, typed) => {
    expect(plainText(slack, 'U0BOT')).toBe(typed)
  })

  it('gives back what was typed, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('&', 'amp;', 'lt;', '<', '>', '@U1', '|', 'x', ' ', '!here') }),
        (text) => {
          expect(plainText(escaped(text), 'U0BOT')).toBe(text.trim())
        },
      ),
    )
  })
})

describe('decodeEntities', () => {
  it('undoes Slack’s escaping, exactly once', () => {
    fc.assert(fc.property(fc.string(), (text) => decodeEntities(escaped(text)) === text))
  })
})
