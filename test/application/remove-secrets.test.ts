import { removeSecrets, withoutMarks } from '../../src/application/remove-secrets.ts'

describe('removeSecrets', () => {
  it('takes secrets out of each text, and warns once', () => {
    const { texts, whispers } = removeSecrets(
      ['hello', 'my password is Hunter2xyz', '密码：Hunter2xyz'],
      'dm',
    )
    expect(texts[0]).toBe('hello')
    expect(texts.join()).not.toContain('Hunter2xyz')
    expect(whispers).toEqual([{ kind: 'secret_removed', secrets: ['password'], typedIn: 'dm' }])
  })

  it('leaves harmless text as it is, without a warning', () => {
    const screen = 'Password errors exceeded limit, please try again in 1 hour'
    expect(removeSecrets([screen, 'lin.wei@example.com'], 'form')).toEqual({
      texts: [screen, 'lin.wei@example.com'],
      whispers: [],
    })
  })
})

describe('withoutMarks', () => {
  it.each([
    '[secret removed]',
    ' [secret removed]. ',
    'my password is [secret removed]',
    'Password: [secret removed]',
    'verification code [secret removed]',
    '我的密码是[secret removed]',
    '密码：[secret removed]',
    '验证码 [secret removed]',
    '[secret removed] is my password',
    '[secret removed]是我的密码',
  ])('finds nothing else in %j', (text) => {
    expect(withoutMarks(text)).toBe('')
  })

  it.each([
    ['I am locked, my password is [secret removed]', 'I am locked, my password is'],
    ['密码是[secret removed]，登录不了', '密码是 ，登录不了'],
    ['my password is wrong', 'my password is wrong'],
    ['???', '???'],
  ])('keeps the rest of %j', (text, rest) => {
    expect(withoutMarks(text)).toBe(rest)
  })
})
