/**
 * Area under the ROC curve: how often a message in scope scores above one out of scope, ties counting half (the
 * Mann-Whitney U statistic over the number of pairs). 1 is perfect, 0.5 chance; 0.5 where one side is empty.
 */
export function auroc(inside: readonly number[], outside: readonly number[]): number {
  if (inside.length === 0 || outside.length === 0) return 0.5
  const below = [...outside].sort((a, b) => a - b)
  const wins = inside.reduce(
    (sum, score) => sum + countBelow(below, score) + countBelow(below, score, true),
    0,
  )
  return wins / (2 * inside.length * below.length)
}

/** How many of the ascending scores are below one, or with `orEqual` at most it. */
function countBelow(ascending: readonly number[], score: number, orEqual = false): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const each = ascending[middle] ?? 0
    if (each < score || (orEqual && each === score)) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * 0..1: the share of messages out of scope that are rejected by the strictest threshold which rejects at most
 * `falseRejects` (0..1) of those in scope. Whatever scores below the threshold is rejected, so ties count as kept.
 */
export function recallAt(
  falseRejects: number,
  inside: readonly number[],
  outside: readonly number[],
): number {
  const ascending = [...inside].sort((a, b) => a - b)
  const threshold = ascending[Math.floor(falseRejects * ascending.length + 1e-9)] ?? Number.POSITIVE_INFINITY
  if (outside.length === 0) return 0
  return outside.filter((score) => score < threshold).length / outside.length
}
