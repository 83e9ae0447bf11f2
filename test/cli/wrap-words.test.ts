import fc from 'fast-check'
import { wrapWords } from '../../src/cli/drawing/wrap-words.ts'

describe('wrapWords', () => {
  it('breaks between words, and Chinese anywhere but before its punctuation', () => {
    expect(wrapWords('You are in. Keep it that way', 10, 4)).toEqual(['You are in. Keep it', 'that way'])
    expect(wrapWords('已登录，请避免再次被锁', 3, 9)).toEqual(['已登', '录，请', '避免再', '次被锁'])
  })

  it('breaks a word that is longer than a line', () => {
    expect(wrapWords('x'.repeat(12), 3, 9).join('')).toBe('x'.repeat(12))
    expect(wrapWords('x'.repeat(12), 3, 9).length).toBe(3)
  })

  it('ends in an ellipsis where there is too much', () => {
    expect(wrapWords('one two three four five six', 4, 2)).toEqual(['one two', 'three…'])
  })

  it('loses nothing but space, and keeps to the number of lines', () => {
    const squeezed = (text: string) => text.replace(/\s+/gu, '')
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 2, max: 40 }),
        (text, width) => {
          expect(squeezed(wrapWords(text, width, Number.POSITIVE_INFINITY).join(''))).toBe(squeezed(text))
          expect(wrapWords(text, width, 3).length).toBeLessThanOrEqual(3)
        },
      ),
    )
  })
})
