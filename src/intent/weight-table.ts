import { z } from 'zod'

/** The weights that features have for labels, packed: nothing has to be built for each of many thousand features at start. */
export interface WeightTable {
  /** Feature key to where its run of bytes begins. */
  readonly places: ReadonlyMap<string, number>
  /** A run: the number of pairs, then for each a label index and a weight in two bytes, the low one first. */
  readonly bytes: Uint8Array
}

/** A table as it stands in a file. */
export const PrintedTable = z.strictObject({
  /** One a line: features are taken from normalised text, which has no line ends. */
  keys: z.string(),
  /** Base64. */
  weights: z.string(),
})
export type PrintedTable = z.infer<typeof PrintedTable>

const pairBytes = 3
const [mostLabels, mostWeight] = [0xff, 0xffff]

/** Rows of key, then label index, weight, label index, weight …; weights are whole and 0 to 65,535. */
export function weightTable(
  rows: readonly (readonly [key: string, pairs: readonly number[]])[],
): WeightTable {
  const size = rows.reduce((sum, [, pairs]) => sum + 1 + (pairs.length / 2) * pairBytes, 0)
  const bytes = new Uint8Array(size)
  const places = new Map<string, number>()
  let place = 0
  for (const [key, pairs] of rows) {
    places.set(key, place)
    bytes[place] = pairs.length / 2
    place += 1
    for (let at = 0; at < pairs.length; at += 2, place += pairBytes) {
      const [label = 0, weight = 0] = [pairs[at], pairs[at + 1]]
      if (label > mostLabels || weight > mostWeight) throw new RangeError(`${weight} is too large a weight.`)
      bytes[place] = label
      bytes[place + 1] = weight & 0xff
      bytes[place + 2] = weight >> 8
    }
  }
  return { places, bytes }
}

/** Shows `visit` each label index that the feature has a weight for; false where the feature is unknown. */
export function eachWeight(
  { places, bytes }: WeightTable,
  key: string,
  visit: (label: number, weight: number) => void,
): boolean {
  const place = places.get(key)
  if (place === undefined) return false
  const end = place + 1 + (bytes[place] ?? 0) * pairBytes
  for (let at = place + 1; at < end; at += pairBytes) {
    visit(bytes[at] ?? 0, (bytes[at + 1] ?? 0) | ((bytes[at + 2] ?? 0) << 8))
  }
  return true
}

export function printTable({ places, bytes }: WeightTable): PrintedTable {
  return { keys: [...places.keys()].join('\n'), weights: Buffer.from(bytes).toString('base64') }
}

/** The table that was printed, or undefined where keys and weights do not fit each other. */
export function readTable({ keys, weights }: PrintedTable): WeightTable | undefined {
  const bytes = new Uint8Array(Buffer.from(weights, 'base64'))
  const places = new Map<string, number>()
  let place = 0
  for (const key of keys.split('\n')) {
    places.set(key, place)
    place += 1 + (bytes[place] ?? 0) * pairBytes
  }
  return place === bytes.length ? { places, bytes } : undefined
}
