import fc from 'fast-check'
import {
  eachWeight,
  printTable,
  readTable,
  type WeightTable,
  weightTable,
} from '../../src/intent/weight-table.ts'

function pairsOf(table: WeightTable, key: string): number[] | undefined {
  const pairs: number[] = []
  return eachWeight(table, key, (label, weight) => pairs.push(label, weight)) ? pairs : undefined
}

const key = fc.oneof(
  fc.constantFrom('w:__proto__', 'w:constructor', 'z:密码', 'c:^lo'),
  fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\n')),
)
const pairs = fc.array(fc.tuple(fc.nat(0xff), fc.nat(0xffff)), { maxLength: 20 }).map((list) => list.flat())
const rows = fc.uniqueArray(fc.tuple(key, pairs), { selector: ([name]) => name, minLength: 1 })

describe('weightTable', () => {
  it('gives back what was put in, before and after it was printed and read', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const table = weightTable(list)
        const read = readTable(printTable(table))
        expect(read).toEqual(table)
        for (const [name, expected] of list) expect(pairsOf(table, name)).toEqual(expected)
        expect(pairsOf(table, 'w:\n')).toBeUndefined()
      }),
    )
  })

  it('refuses numbers that do not fit', () => {
    expect(() => weightTable([['w:a', [0, 0x10000]]])).toThrow(RangeError)
    expect(() => weightTable([['w:a', [256, 1]]])).toThrow(RangeError)
  })
})

describe('readTable', () => {
  const printed = printTable(
    weightTable([
      ['w:a', [0, 5, 1, 300]],
      ['w:b', [2, 7]],
    ]),
  )

  it('reads nothing where keys and weights do not fit each other', () => {
    expect(readTable({ ...printed, keys: 'w:a' })).toBeUndefined()
    expect(readTable({ ...printed, keys: `${printed.keys}\nw:c` })).toBeUndefined()
    expect(readTable({ ...printed, weights: printed.weights.slice(0, 4) })).toBeUndefined()
  })
})
