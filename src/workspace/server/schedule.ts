/** Runs something once after `ms`; the returned function cancels it. */
export type Schedule = (ms: number, run: () => void) => () => void

/** Real time; never keeps the process alive. */
export const realSchedule: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms)
  timer.unref()
  return () => clearTimeout(timer)
}
