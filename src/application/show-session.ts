import type { Session } from '../guide/session.ts'
import type { Context } from './context.ts'
import { PosternError } from './errors.ts'
import type { Tx } from './ports.ts'
import type { Surface } from './post.ts'
import { type Reader, reading } from './reader.ts'
import { refreshHome } from './refresh-home.ts'

/** `edit` in place, `post` at the bottom with the old card retired, or leave the card alone. */
export type Showing = 'edit' | 'post' | 'none'

export function dmOf(reader: Reader): Surface {
  return { kind: 'dm', team: reader.team, user: reader.user }
}

/** Brings the session's card in Slack to what the session says. */
export async function putCard(tx: Tx, session: Session, reader: Reader): Promise<void> {
  await tx.posts.put({
    id: session.card,
    surface: dmOf(reader),
    view: {
      kind: 'card',
      ...reading(reader),
      session: session.id,
      version: session.version,
      screen: session.screen,
      path: session.path,
      canGoBack: session.trail.length > 0,
    },
  })
}

async function retireCard(tx: Tx, session: Session, reader: Reader): Promise<void> {
  await tx.posts.put({
    id: session.card,
    surface: dmOf(reader),
    view: { kind: 'retired_card', ...reading(reader), screen: session.screen },
  })
}

async function save(tx: Tx, stored: Session | undefined, next: Session): Promise<Session> {
  if (stored === undefined) {
    await tx.sessions.insert(next)
    return next
  }
  const { version, language, card } = stored
  if (next.version === version && next.language === language && next.card === card) return stored
  const session = { ...next, version: version + 1 }
  if (!(await tx.sessions.update(session))) throw new PosternError('storage_conflict')
  return session
}

/**
 * Stores `next` in the reader's language, one version above `stored` (or as a new session), and shows it.
 * Throws `storage_conflict` when somebody was faster; then nothing of the delivery is kept.
 */
export async function showSession(
  tx: Tx,
  context: Context,
  change: {
    readonly stored: Session | undefined
    readonly next: Session
    readonly how: Showing
    readonly reader: Reader
  },
): Promise<Session> {
  const { stored, next, how, reader } = change
  const moves = how === 'post' && stored !== undefined
  const card = moves ? context.ids.next() : next.card
  const session = await save(tx, stored, { ...next, language: reader.language, card })
  if (moves) await retireCard(tx, stored, reader)
  if (how !== 'none') await putCard(tx, session, reader)
  await refreshHome(tx, reader)
  return session
}
