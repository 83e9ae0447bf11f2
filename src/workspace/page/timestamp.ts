/** A message's `ts` ("1764000000.000100") as a date. */
export function dateOf(ts: string): Date {
  return new Date(Number.parseFloat(ts) * 1000)
}

export function clockTime(ts: string): string {
  return dateOf(ts).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

export function dayOf(ts: string): string {
  return dateOf(ts).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
}
