import fc from 'fast-check'
import { simplifiedOf } from '../../src/intent/canonical-terms.ts'
import { longestText, normalize } from '../../src/intent/normalize.ts'

describe('normalize', () => {
  it.each([
    ['I FORGOT my  Password', 'i forget my password'],
    ['pls reset my pwd', 'please reset my password'],
    ['can’t sign-in', 'can not login'],
    ['my 2FA / MFA fails', 'my twofactor / twofactor fails'],
    ['two-step verification', 'twofactor'],
    ['the QR-Code', 'the qr'],
    ['<@U123ABC> :wave: hello <https://x.example|here>', 'hello xurl'],
    ['write to lin.wei@example.com', 'write to xemail'],
    ['ticket 104233', 'ticket xnum'],
    ['my password [secret removed: password] fails', 'my password fails'],
    ['wait 60 minutes', 'wait xnum minutes'],
    ['登陆不了，帳號被鎖', '登录不了,账号被锁'],
    ['ＡＢＣ１', 'abc1'],
    ['短讯 动态码 两步认证', '短信 验证码 两步验证'],
  ])('reads %j as %j', (text, expected) => {
    expect(normalize(text)).toBe(expected)
  })

  it(`reads the first ${longestText} characters`, () => {
    expect(normalize(`${'a '.repeat(longestText / 2)}password`)).not.toContain('password')
  })

  it(`gives at most ${longestText} characters, also of characters that one width makes many of`, () => {
    const growing = ['ﷺ', '㍿', '㏿', 'pw ', '1234 ', 'İ', '点解']
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...growing), fc.string({ unit: 'binary' })), { maxLength: 50 }),
        (parts) => {
          expect(normalize(parts.join('').repeat(1000)).length).toBeLessThanOrEqual(longestText)
        },
      ),
    )
  })
})

describe('simplifiedOf', () => {
  it('pairs each Traditional character with a Simplified one', () => {
    expect(simplifiedOf.get('碼')).toBe('码')
    expect(simplifiedOf.get('長')).toBe('长')
    expect(simplifiedOf.get('鎖')).toBe('锁')
  })
})
