import { foldCount, foldsOf } from '../../src/intent/folds.ts'

const member = (label: string, text: string) => ({ label, keys: text.split(' ') })

describe('foldsOf', () => {
  it('keeps near-copies, and near-copies of those, in one fold', () => {
    const family = ['a b c d', 'a b c e', 'a b e f', 'b e f g'].map((text) => member('locked', text))
    const others = Array.from({ length: 20 }, (_, at) => member('locked', `x${at} y${at}`))
    const folds = foldsOf([...others.slice(0, 10), ...family, ...others.slice(10)])
    expect(new Set(folds.slice(10, 14)).size).toBe(1)
  })

  it('takes no utterances of two labels for copies', () => {
    const two = ['locked', 'forgot'].flatMap((label) =>
      ['a b', 'c d', 'e f', 'g h', 'i j'].map((text) => member(label, text)),
    )
    const folds = foldsOf(two)
    expect(new Set(folds.slice(0, 5)).size).toBe(foldCount)
    expect(new Set(folds.slice(5)).size).toBe(foldCount)
  })

  it('spreads each label evenly', () => {
    const folds = foldsOf(Array.from({ length: 52 }, (_, at) => member('locked', `x${at}`)))
    const sizes = Array.from({ length: foldCount }, (_, fold) => folds.filter((each) => each === fold).length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  })
})
