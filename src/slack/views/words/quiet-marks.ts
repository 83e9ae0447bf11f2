/** One mark a meaning, in front of words that say the same: stop, look twice, as it should be, out of the ordinary. */
export const quietMarks = { red: '🔴 ', amber: '🟡 ', green: '🟢 ', alarm: '⚠️ ' } as const
