import fc from 'fast-check'
import { parseMailbox } from '../../src/desk/parse-mailbox.ts'

describe('parseMailbox', () => {
  it.each([
    ['lin.wei@example.com', 'lin.wei@example.com'],
    ['  Lin.Wei@Example.com\n', 'Lin.Wei@Example.com'],
    ['lin＠example。com', 'lin@example.com'],
    ['ｌｉｎ@example．com', 'lin@example.com'],
    ['lin@例子。公司', 'lin@xn--fsqu00a.xn--55qx5d'],
    ['lin+mail@sub.example.co', 'lin+mail@sub.example.co'],
  ])('reads %j', (text, mailbox) => {
    expect(parseMailbox(text)).toBe(mailbox)
  })

  it.each([
    '',
    'lin',
    'lin@',
    '@example.com',
    'lin@example',
    'a@b.com, c@d.com',
    'lin @example.com',
    '[secret removed]',
    'lin@example.com/path',
    'lin@example.com:25',
    'lin@a%2eb.com',
    'lin@127.0.0.1',
    'lin@[::1]',
    'lin@a..b.com',
    'lin@-a-.com',
    'a@b@',
  ])('refuses %j', (text) => {
    expect(parseMailbox(text)).toBeUndefined()
  })

  it('refuses what mail cannot carry', () => {
    expect(parseMailbox(`${'a'.repeat(250)}@example.com`)).toBeUndefined()
  })

  it('never throws, and reads what it gave the same way again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.emailAddress()), (text) => {
        const mailbox = parseMailbox(text)
        if (mailbox !== undefined) expect(parseMailbox(mailbox)).toBe(mailbox)
      }),
    )
  })
})
