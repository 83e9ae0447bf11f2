/** A claim of how likely something is, and whether it came true. */
interface Claim {
  /** 0..1 */
  readonly claimed: number
  readonly right: boolean
}

/** One point of the reliability curve: the claims between two bounds. */
export interface ReliabilityPoint {
  readonly from: number
  readonly to: number
  readonly claims: number
  /** Mean of what was claimed, and the share that came true; both 0 without claims. */
  readonly claimed: number
  readonly right: number
}

export interface Calibration {
  /** Expected calibration error, 0..1: the gap between claimed and right, averaged over all claims. */
  readonly error: number
  readonly points: readonly ReliabilityPoint[]
}

const bins = 10

/** Calibration in ten bins of equal width (Naeini et al., AAAI 2015); a claim on a bound belongs to the bin above, 1 to the last. */
export function calibrate(claims: readonly Claim[]): Calibration {
  const inBin = Map.groupBy(claims, ({ claimed }) =>
    Math.max(0, Math.min(bins - 1, Math.floor(claimed * bins))),
  )
  const points = Array.from({ length: bins }, (_, bin): ReliabilityPoint => {
    const each = inBin.get(bin) ?? []
    const mean = (sum: number): number => (each.length === 0 ? 0 : sum / each.length)
    return {
      from: bin / bins,
      to: (bin + 1) / bins,
      claims: each.length,
      claimed: mean(each.reduce((sum, { claimed }) => sum + claimed, 0)),
      right: mean(each.filter(({ right }) => right).length),
    }
  })
  const gaps = points.reduce((sum, { claims: n, claimed, right }) => sum + n * Math.abs(claimed - right), 0)
  return { error: claims.length === 0 ? 0 : gaps / claims.length, points }
}
