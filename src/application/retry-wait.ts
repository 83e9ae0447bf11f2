const firstMs = 1_000
const longestMs = 300_000

/** How long to wait, in ms, after so many failures in a row (from 1): 1 s, 2 s, 4 s … up to 5 min. */
export function retryWait(failures: number): number {
  return Math.min(firstMs * 2 ** (failures - 1), longestMs)
}
