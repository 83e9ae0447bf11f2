import { join } from 'node:path'
import fc from 'fast-check'
import { compileGuide } from '../../src/guide/compile.ts'
import type { Guide } from '../../src/guide/guide.ts'
import { loadContent } from '../../src/guide/load.ts'
import { matchScreen, screenKey } from '../../src/guide/screen-message.ts'
import { someSettings } from '../support/small-guide.ts'

let guide: Guide
let withoutQr: Guide
beforeAll(async () => {
  const content = await loadContent(join(__dirname, '../../intents'))
  guide = compileGuide(content, someSettings)
  withoutQr = compileGuide(content, { ...someSettings, qrLogin: false })
})

const lands = (text: string, of = guide): string | undefined => {
  const place = matchScreen(of.screenMessages, text)
  return place && `${place.flow}/${place.node}`
}

describe('matchScreen', () => {
  // The messages are those of the product's help pages: lock and freeze word for word, the others as far as they are known.
  it.each([
    ['too many password errors, please try again in 1 hour', 'account_locked/stop_tries'],
    ['Too many password errors. Please try again in 1 hour.', 'account_locked/stop_tries'],
    [
      'The number of password errors is too many. The current account has been forbidden to log in. Please contact the email administrator for processing.',
      'account_locked/stop_tries',
    ],
    ['密码错误过多，请1小时后重试', 'account_locked/stop_tries'],
    ['密码错误过多,请 1 小时后重试', 'account_locked/stop_tries'],
    ['Your email address is frozen or deleted. Contact the postmaster for help.', 'frozen/frozen'],
    ['您的帐号已被冻结或已注销,请联系邮箱管理员处理', 'frozen/frozen'],
    ['您的账户已被冻结或已注销，请联系邮箱管理员处理。', 'frozen/frozen'],
    ['System error 209', 'wrong_address/address'],
    ['系统错误209', 'wrong_address/address'],
    ['Incorrect username or password', 'which_path/left'],
    ['用户名或密码错误', 'which_path/left'],
    ['Username and password do not match', 'which_path/left'],
    ['Incorrect Captcha', 'captcha/picture'],
    ['验证码错误', 'captcha/picture'],
    ['短信验证码错误', 'two_factor_failure/sms'],
    ['526 Authentication failure', 'mail_program/client_password'],
    ['三方客户端安全密码', 'mail_program/client_password'],
    ['发信被封禁', 'cannot_send/sending'],
    ['二维码已过期', 'qr_expired/refresh'],
    ['全公司都登录不了', 'nobody_can_log_in/everyone'],
    ['nobody in our office can log in', 'nobody_can_log_in/everyone'],
    ['我的账号被冻结了', 'frozen/frozen'],
    ['my mailbox is frozen', 'frozen/frozen'],
    ['新员工第一次登录', 'first_login/first'],
    ['new joiner, no password received', 'first_login/first'],
    ['Foxmail 连不上', 'mail_program/client_password'],
  ])('lands %s on %s', (text, place) => {
    expect(lands(text)).toBe(place)
  })

  it.each([
    [
      'hi, the page says “TOO MANY PASSWORD ERRORS, please try again in 1 hour”, what now?',
      'account_locked/stop_tries',
    ],
    ['登陆时提示：密码错误过多，请１小时后重试。怎么办', 'account_locked/stop_tries'],
    ['it says system   error: 209 when i open outlook web', 'wrong_address/address'],
  ])('finds the message in what people write around it: %s', (text, place) => {
    expect(lands(text)).toBe(place)
  })

  it('takes the longest message of several', () => {
    expect(lands('手机短信验证码错误')).toBe('two_factor_failure/sms')
  })

  it('finds whole words only', () => {
    expect(lands('system error 2091')).toBeUndefined()
    expect(lands('I forgot my password')).toBeUndefined()
    expect(lands('')).toBeUndefined()
  })

  it('leaves a long story that quotes the page in passing to the model', () => {
    expect(lands(`${'and then I went home again '.repeat(20)}too many password errors`)).toBeUndefined()
  })

  it('leads nobody to a QR code where scanning is off', () => {
    expect(lands('二维码已过期', withoutQr)).toBe('qr_expired/off')
  })

  it('lands every message of the content, alone and inside a sentence, on a place that is there', () => {
    for (const { words, place } of guide.screenMessages) {
      expect([words, guide.flows.get(place.flow)?.nodes.has(place.node)]).toEqual([words, true])
      expect([words, matchScreen(guide.screenMessages, words)]).toEqual([words, place])
    }
  })

  it('takes every string, and stays linear on long ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4000 }), (text) => {
        expect(() => lands(text)).not.toThrow()
        expect(screenKey(text).length).toBeLessThanOrEqual(3 * 2000 + 2)
      }),
    )
  })
})
