import { isPressing } from '../../src/desk/pressure.ts'

describe('isPressing', () => {
  it.each([
    'This is URGENT, please',
    'the cfo is waiting',
    'I need it ASAP',
    'board meeting at three',
    '紧急，请处理',
    '总经理马上要用',
    'ＵＲＧＥＮＴ',
  ])('hears it in %s', (text) => {
    expect(isPressing(text)).toBe(true)
  })

  it.each([
    'My account is locked',
    'insurgent mail', // a word inside a word
    'I changed my phone and cannot get the code',
    '手机换号了，收不到验证码',
    '请尽快回复，谢谢',
  ])('does not in %s', (text) => {
    expect(isPressing(text)).toBe(false)
  })
})
