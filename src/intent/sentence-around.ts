/** The same sentence, this far at most. */
const nearby = 60
const endOfSentence = /[\n。？！；]|[.?!;](?:\s|$)/

/** What stands before and after a place in its sentence, at most 60 characters each. */
export function sentenceAround(text: string, start: number, end: number): { lead: string; rest: string } {
  const lead = text.slice(Math.max(0, start - nearby), start).split(endOfSentence)
  const rest = text.slice(end, end + nearby).split(endOfSentence)
  return { lead: lead.at(-1) ?? '', rest: rest[0] ?? '' }
}
