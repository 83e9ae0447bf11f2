import { detectLanguage } from '../../src/intent/detect-language.ts'

describe('detectLanguage', () => {
  it.each([
    ['I forgot my password', 'en'],
    ['密码忘了', 'zh'],
    ['outlook 提示 password error 怎么办', 'zh'],
    ['the page says 密码错误 and I do not know what it means', 'en'],
    ['passe oublié', 'en'],
    ['123456', undefined],
    ['', undefined],
    [':wave: <@U123>', undefined],
    ['https://example.com', undefined],
    ['??? 🙏', undefined],
  ])('takes %j for %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language)
  })
})
