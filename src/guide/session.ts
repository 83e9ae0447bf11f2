import { z } from 'zod'
import { Language } from '../language.ts'
import { Place } from './guide.ts'

/** What the card in the DM shows. */
export const Screen = z.discriminatedUnion('kind', [
  /**
   * The menu of situations; `welcome` is the first sight of it, `unsure` comes after text that was not understood,
   * `changed` where the content no longer has anything of where the person was.
   */
  z.strictObject({
    kind: z.literal('menu'),
    why: z.enum(['welcome', 'asked', 'unsure', 'still_unsure', 'changed']),
  }),
  /** "Which of these is it?" with 2 to 4 flows. */
  z.strictObject({ kind: z.literal('clarify'), flows: z.array(z.string()).min(2).max(4) }),
  /**
   * A node of a flow; `remindAt` (ms since epoch) is set while a reminder runs. `also` is the flow of a second thing
   * the person asked for in the same breath; while it is open the walk does not end at a `done` node. `moved` where
   * this is only the nearest place to the one they were at, which the content no longer has.
   */
  z.strictObject({
    kind: z.literal('node'),
    ...Place.shape,
    since: z.int(),
    remindAt: z.int().optional(),
    also: z.string().optional(),
    moved: z.literal(true).optional(),
  }),
  /** The walk is over. */
  z.strictObject({
    kind: z.literal('ended'),
    how: z.enum(['solved', 'cancelled', 'handed_over']),
    place: Place.optional(),
    ticket: z.int().optional(),
    /** Whether it helped, once the person said so; asked after `solved`. */
    helped: z.boolean().optional(),
  }),
])
export type Screen = z.infer<typeof Screen>

/** One answered question: where it was asked and which choice was taken. */
export const Step = z.strictObject({ ...Place.shape, choice: z.string() })
export type Step = z.infer<typeof Step>

/** A screen to go back to, with the number of steps taken when it was left. */
export const Crumb = z.strictObject({ screen: Screen, steps: z.int().min(0) })
export type Crumb = z.infer<typeof Crumb>

/** One person's walk through the guide. Times are ms since epoch. */
export const Session = z.strictObject({
  id: z.string(),
  team: z.string(),
  user: z.string(),
  language: Language,
  /** The version of the guide that the walk last went by. */
  guide: z.string().default(''),
  /** Grows by one with every change; a click on an older version re-renders and never acts. */
  version: z.int().min(1),
  screen: Screen,
  path: z.array(Step),
  /** Oldest first; at most 30 are kept. */
  trail: z.array(Crumb),
  /** How many messages in a row were not understood. */
  misses: z.int().min(0),
  /** Id of the post that is this session's card now. */
  card: z.string(),
  startedAt: z.int(),
  touchedAt: z.int(),
})
export type Session = z.infer<typeof Session>

export function isLive(session: Session): boolean {
  return session.screen.kind !== 'ended'
}
