import { isLive, type Session } from '../guide/session.ts'
import { beginSession } from '../guide/transition.ts'
import type { Context } from './context.ts'
import type { Person, Tx } from './ports.ts'
import type { Reader } from './reader.ts'
import { showSession } from './show-session.ts'

/** Whether it is this person's. */
export function isOf(session: Session | undefined, { team, user }: Person): session is Session {
  return session !== undefined && session.team === team && session.user === user
}

/** Whether it is this person's, and goes on: only then does a click or a form of theirs act on it. */
export function isLiveOf(session: Session | undefined, person: Person): session is Session {
  return isOf(session, person) && isLive(session)
}

/** The person's live session, if they are on a walk. */
export async function liveSession(tx: Tx, reader: Reader): Promise<Session | undefined> {
  const session = await tx.sessions.latest(reader.team, reader.user)
  return session !== undefined && isLive(session) ? session : undefined
}

/** A session that is not stored yet, at the menu of situations. */
export function freshSession(context: Context, reader: Reader): Session {
  const { team, user, language } = reader
  const [id, card] = [context.ids.next(), context.ids.next()]
  const guide = context.guide.version
  return beginSession({ id, team, user, language, guide, card, now: context.clock.now() })
}

/** Puts where the person is at the bottom of their DM: their live session, unchanged, or a new one. */
export async function showWhereTheyAre(tx: Tx, context: Context, reader: Reader): Promise<void> {
  const stored = await liveSession(tx, reader)
  const next = stored ?? freshSession(context, reader)
  await showSession(tx, context, { stored, next, how: 'post', reader })
}
