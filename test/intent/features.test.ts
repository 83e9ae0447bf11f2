import fc from 'fast-check'
import { features } from '../../src/intent/features.ts'

const keys = (text: string): string[] => [...features(text).words.keys()]

describe('features', () => {
  it('takes stems, pairs and pairs with a gap', () => {
    expect(keys('accounts locked')).toEqual(['w:account', 'w:lock', 'b:account_lock'])
    expect(keys('my account locked')).toEqual(
      expect.arrayContaining(['b:my_account', 'b:account_lock', 's:my_lock']),
    )
  })

  it('takes Chinese characters alone and in pairs', () => {
    expect(keys('密码忘')).toEqual(['z:密', 'z:密码', 'z:码', 'z:码忘', 'z:忘'])
  })

  it('takes pieces of words, marked at their ends', () => {
    const pieces = [...features('locked').pieces.keys()]
    expect(pieces).toContain('c:^lo')
    expect(pieces).toContain('c:ked$')
    expect(pieces).toContain('c:locke')
  })

  it('says when another system is named', () => {
    expect(keys('vpn password')).toContain('x:named')
    expect(keys('mail password')).not.toContain('x:named')
  })

  it('prefixes every key, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constant('__proto__ constructor toString')),
        (text) => {
          for (const kind of [features(text).words, features(text).pieces]) {
            expect([...kind.keys()].every((key) => /^[a-z]:/.test(key))).toBe(true)
          }
        },
      ),
    )
  })

  it('reads the first 160 words of a long text, and pieces of the first 100 different ones', () => {
    const numbered = (from: number, to: number): string[] =>
      Array.from(
        { length: to - from },
        (_, at) => `word${'abcdefghij'[Math.floor((from + at) / 16)]}${(from + at) % 16}`,
      )
    const [most, more] = [numbered(0, 160), numbered(0, 100)]
    const { words: found, pieces } = features(most.join(' '))
    expect(features(`${most.join(' ')} unread`)).toEqual({ words: found, pieces })
    expect([...pieces]).toEqual([...features(more.join(' ')).pieces])
  })
})
