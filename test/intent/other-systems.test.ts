import { namesAccess } from '../../src/intent/access-words.ts'
import { otherSystem, withoutBystanders } from '../../src/intent/other-systems.ts'

describe('otherSystem', () => {
  it.each(['vpn password', 'my sap user', 'reset my gmail', 'unlock my laptop', '钉钉登不上', 'wifi密码'])(
    'is named in: %s',
    (text) => {
      expect(otherSystem(text)).toEqual({ named: true, hinted: true })
    },
  )

  it.each([
    'mail password',
    'vpn works but my mail does not',
    'scan with wechat',
    'is it safe',
    '邮箱密码',
    'work mail and gmail',
  ])('is not named in: %s', (text) => {
    expect(otherSystem(text).named).toBe(false)
  })

  it('is hinted at by words of other subjects', () => {
    expect(otherSystem('the invoice').hinted).toBe(true)
    expect(otherSystem('我的发票').hinted).toBe(true)
    expect(otherSystem('my mail').hinted).toBe(false)
  })
})

describe('withoutBystanders', () => {
  it('leaves out other systems where the mailbox is what the text is about', () => {
    expect(withoutBystanders('my mail password, not the vpn')).toBe('my mail password, not the  ')
    expect(withoutBystanders('钉钉里打不开企业邮箱')).toBe(' 里打不开企业邮箱')
  })

  it('leaves a text alone that is about another system', () => {
    expect(withoutBystanders('my vpn password')).toBe('my vpn password')
  })
})

describe('namesAccess', () => {
  it('sees words that are about getting in', () => {
    expect(['password', 'login', '密码', '二维码'].every(namesAccess)).toBe(true)
    expect(['lunch', '天气', ''].some(namesAccess)).toBe(false)
  })
})
