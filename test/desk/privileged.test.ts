import fc from 'fast-check'
import { isPrivileged } from '../../src/desk/privileged.ts'

describe('isPrivileged', () => {
  it.each([
    ['postmaster@example.com', true],
    ['Postmaster@EXAMPLE.com', true],
    ['ｐostmaster@example.com', true],
    ['postmaster2@example.com', false],
    ['pay.finance@example.com', true],
    ['finance@example.com', false],
    ['pay.finance@example.org', false],
    ['ceo@例子.公司', true],
  ])('holds %s against the patterns: %s', (mailbox, privileged) => {
    const patterns = ['postmaster@*', '*.finance@example.com', 'ceo@xn--fsqu00a.xn--55qx5d']
    expect(isPrivileged(mailbox, patterns)).toBe(privileged)
  })

  it('reads a star as anything, a regular expression as itself', () => {
    expect(isPrivileged('axb@example.com', ['a.b@example.com'])).toBe(false)
    expect(isPrivileged('ab@example.com', ['a*b@*.com'])).toBe(true)
    expect(isPrivileged('aba@b.com', ['ab*ba@b.com'])).toBe(false)
  })

  it('agrees with a regular expression made of the pattern', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 12 })
    const address = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 })
    fc.assert(
      fc.property(address, text, (name, pattern) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}@x$`).test(`${name}@x`)
        expect(isPrivileged(`${name}@x`, [`${pattern}@x`])).toBe(expected)
      }),
      { numRuns: 2_000 },
    )
  })
})
