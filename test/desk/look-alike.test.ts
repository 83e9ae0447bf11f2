import fc from 'fast-check'
import { looksLikeAnother } from '../../src/desk/look-alike.ts'

describe('looksLikeAnother', () => {
  it.each([
    ['a Cyrillic а in a Latin name', 'lin@exаmple.com'],
    ['the same as the DNS writes it', 'lin@xn--exmple-4nf.com'],
    ['a whole name that only looks Latin', 'lin@аррӏе.com'],
    ['a Greek ο', 'lin@gοogle.com'],
    ['a foreign letter before the @', 'lіn@example.com'],
    ['Cherokee in Latin', 'lin@exᎪmple.com'],
    ['a later part of the domain', 'lin@mail.exаmple.com'],
  ])('finds %s', (_, address) => {
    expect(looksLikeAnother(address)).toBe(true)
  })

  it.each([
    'lin.wei@example.com',
    'LIN_WEI-2+mail@Example.COM',
    'lin@例子.公司',
    'lin@taobao商城.com',
    'lin@日本ドメイン.jp',
    'lin@пример.рф',
    'lin@münchen.de',
    'ｌｉｎ@example．com',
    'nothing',
    '',
    '@',
  ])('leaves %j alone', (address) => {
    expect(looksLikeAnother(address)).toBe(false)
  })

  it('finds a letter of another alphabet wherever in a Latin domain it stands', () => {
    const latin = fc.stringMatching(/^[a-z]{1,8}$/)
    fc.assert(
      fc.property(latin, fc.constantFrom(...'аеорсухіѕԁοντ'), latin, (before, foreign, after) => {
        expect(looksLikeAnother(`lin@${before}${foreign}${after}.com`)).toBe(true)
        expect(looksLikeAnother(`lin@${before}${after}.com`)).toBe(false)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof looksLikeAnother(text)).toBe('boolean')
      }),
    )
  })
})
