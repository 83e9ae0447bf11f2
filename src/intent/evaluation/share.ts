/** A share with its 95 % interval; everything but the counts is 0..1. */
export interface Share {
  readonly count: number
  readonly of: number
  /** 0 where there is nothing to share. */
  readonly share: number
  readonly low: number
  readonly high: number
}

const z = 1.959964

/** A share of counts with its Wilson score interval (E. B. Wilson, 1927), which holds for few and for extreme counts too. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: 0, low: 0, high: 1 }
  const share = count / of
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const middle = share + (z * z) / (2 * of)
  const scale = 1 + (z * z) / of
  return {
    count,
    of,
    share,
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  }
}

/** The share of a list for which something holds. */
export function shareWhere<Each>(list: readonly Each[], holds: (each: Each) => boolean): Share {
  return shareOf(list.filter(holds).length, list.length)
}
