import { z } from 'zod'

/** What the process of a system says to the one that measures. */
export const Report = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('learnt'), learnMs: z.number() }),
  z.object({ kind: z.literal('ready'), importMs: z.number(), loadMs: z.number() }),
  z.object({
    kind: z.literal('round'),
    verdicts: z.array(z.object({ intent: z.string(), score: z.number() })),
    /** ms for each row */
    ms: z.array(z.number()),
    residentMb: z.number(),
  }),
])
export type Report = z.infer<typeof Report>
