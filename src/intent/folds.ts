/** A text of the training set as the folds see it. */
interface Member {
  readonly label: string
  /** Keys of its words. */
  readonly keys: readonly string[]
}

export const foldCount = 5

/** Two utterances of one label are near-copies when they share this much of the words that either has. */
const nearCopy = 0.5

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a]
  // Given up once too few could still be shared: nearly all pairs end after a look at a few keys.
  let spare = fewer.size - (nearCopy * (a.size + b.size)) / (1 + nearCopy)
  if (spare < 0 || fewer.size === 0) return false
  for (const key of fewer) {
    if (more.has(key)) continue
    spare -= 1
    if (spare < 0) return false
  }
  return true
}

/** For each member the place of the first member of its family: near-copies, and near-copies of those. */
function families(members: readonly Member[]): readonly number[] {
  const first = members.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (first[root] !== root) root = first[root] ?? root
    return root
  }
  const byLabel = Map.groupBy(
    members.map(({ label, keys }, at) => ({ label, at, keys: new Set(keys) })),
    ({ label }) => label,
  )
  for (const group of byLabel.values()) {
    group.forEach((one, place) => {
      for (const other of group.slice(0, place)) {
        const [a, b] = [rootOf(one.at), rootOf(other.at)]
        if (a !== b && alike(one.keys, other.keys)) first[Math.max(a, b)] = Math.min(a, b)
      }
    })
  }
  return members.map((_, at) => rootOf(at))
}

/**
 * The fold, 0 to 4, of each member. A family stays together, so that no text is judged by a model that has learnt
 * its near-copy; the largest families are placed first, each in the fold that has least of its label.
 */
export function foldsOf(members: readonly Member[]): readonly number[] {
  const family = Map.groupBy(
    families(members).map((root, at) => ({ root, at })),
    ({ root }) => root,
  )
  const sizes = new Map<string, number[]>()
  const folds = new Array<number>(members.length).fill(0)
  for (const group of [...family.values()].sort((a, b) => b.length - a.length)) {
    const label = members[group[0]?.root ?? 0]?.label ?? ''
    const size = sizes.get(label) ?? new Array<number>(foldCount).fill(0)
    const fold = size.indexOf(Math.min(...size))
    size[fold] = (size[fold] ?? 0) + group.length
    sizes.set(label, size)
    for (const { at } of group) folds[at] = fold
  }
  return folds
}
