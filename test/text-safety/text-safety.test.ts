import fc from 'fast-check'
import { escapedOnce, shownSafely } from './properties.ts'
import { faultsOf } from './what-is-live.ts'

const runs = 5_000

describe('what people type', () => {
  it(`does nothing in any post, whisper or form (${runs} of them)`, () => {
    fc.assert(shownSafely, { numRuns: runs })
  }, 120_000)

  it(`is escaped so that decoding once gives it back (${runs} texts)`, () => {
    fc.assert(escapedOnce, { numRuns: runs })
  })
})

describe('faultsOf', () => {
  it.each([
    ['holds a command', { text: '<!channel>' }],
    ['holds a command', { blocks: [{ type: 'plain_text', text: 'a <@U0LINWEI>' }] }],
    ['holds a command', { text: '<@U1>' }],
    ['holds a command', { text: '<!date^0^{date}^http://evil|x>' }],
    ['is not escaped', { text: 'a < b' }],
    ['is not escaped', { text: 'a & b' }],
    ['holds what nobody sees', { blocks: [{ type: 'text', text: 'a\u0000b' }] }],
    ['holds what nobody sees', { blocks: [{ type: 'text', text: '\u202Ea' }] }],
    ['holds what nobody sees', { blocks: [{ type: 'text', text: '\uD800' }] }],
    ['holds a link', { blocks: [{ type: 'text', text: 'see https://evil.example' }] }],
    ['holds a link', { blocks: [{ type: 'text', text: 'slack://channel?id=C1' }] }],
    ['leads elsewhere', { blocks: [{ type: 'link', url: 'https://qiye.aliyun.com.evil.example/' }] }],
    ['holds what a person typed', { blocks: [{ type: 'button', value: '{"a":"zqx"}' }] }],
    ['holds what a person typed', { blocks: [{ text: { type: 'mrkdwn', text: 'zqx' } }] }],
    ['holds what a person typed', { blocks: [{ type: 'link', url: 'https://qiye.aliyun.com/zqx' }] }],
  ])('says that something %s: %j', (fault, payload) => {
    expect(faultsOf(payload).join('\n')).toContain(fault)
  })

  it('lets our own mentions, times and links be', () => {
    const text = '<@U0LINWEI> claimed this <!date^1795416000^{ago}|06:40 UTC>. 1 &lt; 2 &amp; 3'
    const link = { type: 'link', url: 'https://qiye.aliyun.com/' }
    expect(faultsOf({ text, blocks: [link, { type: 'user', user_id: 'U0LINWEI' }] })).toEqual([])
  })
})
