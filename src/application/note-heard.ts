import { deskLimits } from '../desk/limits.ts'
import type { Context } from './context.ts'
import type { HeardMessage, Person, Tx } from './ports.ts'

const { most, withinMs } = deskLimits.messages

/** Counts a message, and what was made of it; never its words. */
export async function noteHeard(
  tx: Tx,
  context: Context,
  { team, user }: Person,
  decision: HeardMessage['decision'],
): Promise<void> {
  await tx.heard.note({ team, user, at: context.clock.now(), decision })
}

async function lately(tx: Tx, context: Context, { team, user }: Person): Promise<number> {
  return await tx.heard.count(team, user, context.clock.now() - withinMs + 1)
}

/** Whether this person has written as much within the last minute as is read. */
export async function isBeyondLimit(tx: Tx, context: Context, person: Person): Promise<boolean> {
  return (await lately(tx, context, person)) >= most
}

/** Counts the first message beyond the limit, and no further one: a flood must not fill the database. Whether this was the first. */
export async function noteFirstBeyond(tx: Tx, context: Context, person: Person): Promise<boolean> {
  if ((await lately(tx, context, person)) > most) return false
  await noteHeard(tx, context, person, 'not_read')
  return true
}
