/** One row to learn from: numbers, and whether what is to be foretold was so. */
interface LogisticRow {
  readonly numbers: readonly number[]
  readonly holds: boolean
  /** How much the row counts. */
  readonly weight: number
}

const mostSteps = 25
/** A step that changes no weight by more is the last: weights are kept in thousandths. */
const smallest = 1e-6

/** Solves a symmetric positive definite system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  rows.forEach((pivot, at) => {
    for (const row of rows.slice(at + 1)) {
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1)
      for (let column = at; column < row.length; column += 1) {
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0)
      }
    }
  })
  const solution = new Array<number>(right.length).fill(0)
  for (let at = right.length - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? []
    const known = solution.reduce(
      (sum, each, column) => (column > at ? sum + each * (row[column] ?? 0) : sum),
      0,
    )
    solution[at] = ((row[right.length] ?? 0) - known) / (row[at] ?? 1)
  }
  return solution
}

/** 1 / (1 + e^-(weights · numbers)); the last weight is the constant. */
export function logistic(weights: readonly number[], numbers: readonly number[]): number {
  const sum = numbers.reduce((all, each, at) => all + each * (weights[at] ?? 0), weights[numbers.length] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/** One step of Newton's method: what to add to each weight. */
function newtonStep(rows: readonly LogisticRow[], weights: readonly number[], penalty: number): number[] {
  const size = weights.length
  const slope = weights.map((weight, at) => (at === size - 1 ? 0 : -penalty * weight))
  const curve = weights.map((_, row) =>
    weights.map((__, column) => (row === column ? (row === size - 1 ? 1e-9 : penalty) : 0)),
  )
  for (const { numbers, holds, weight } of rows) {
    const p = logistic(weights, numbers)
    const bend = Math.max(p * (1 - p), 1e-6) * weight
    const x = [...numbers, 1]
    for (let a = 0; a < size; a += 1) {
      const xa = x[a] ?? 0
      slope[a] = (slope[a] ?? 0) + weight * ((holds ? 1 : 0) - p) * xa
      const line = curve[a] ?? []
      for (let b = 0; b < size; b += 1) line[b] = (line[b] ?? 0) + bend * xa * (x[b] ?? 0)
    }
  }
  return solve(curve, slope)
}

/**
 * Logistic regression by Newton's method with a quadratic penalty on all weights but the constant, which comes last.
 * Weights are rounded to thousandths, so that the same rows give the same bytes.
 */
export function fitLogistic(rows: readonly LogisticRow[], penalty: number): readonly number[] {
  let weights = new Array<number>((rows[0]?.numbers.length ?? 0) + 1).fill(0)
  for (let step = 0; step < mostSteps; step += 1) {
    const changes = newtonStep(rows, weights, penalty)
    weights = weights.map((weight, at) => weight + (changes[at] ?? 0))
    if (changes.every((change) => Math.abs(change) < smallest)) break
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000 + 0)
}
