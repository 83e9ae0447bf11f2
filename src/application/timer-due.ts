import { isLive, type Session } from '../guide/session.ts'
import type { Context } from './context.ts'
import { deskRound } from './desk-round.ts'
import { holdOver } from './hold-over.ts'
import type { Reachable } from './look-up-owner.ts'
import type { Timer, Tx } from './ports.ts'
import type { Reader } from './reader.ts'
import { takeTurn } from './take-turn.ts'
import { tellOwner } from './tell-owner.ts'

/** The session's person as a reader; a timer brings no person, so the time zone is the one the card was last shown in. */
async function readerOfSession(tx: Tx, session: Session): Promise<Reader> {
  const { team, user, language } = session
  const view = (await tx.posts.find(session.card))?.view
  const timeZone = view !== undefined && 'timeZone' in view ? view.timeZone : undefined
  return { team, user, language, ...(timeZone === undefined ? {} : { timeZone }) }
}

async function comeBack(tx: Tx, context: Context, session: Session): Promise<void> {
  const reader = await readerOfSession(tx, session)
  await takeTurn(tx, context, { session, isNew: false, event: { type: 'due' }, reader, atBottom: true })
}

/** A reminder's time has come: the session goes on, with a new card. One that nobody waits for any more only goes away. */
async function waitOver(tx: Tx, context: Context, timer: Timer): Promise<void> {
  const session = await tx.sessions.find(timer.subject.replace(/^session:/, ''))
  const remindAt = session?.screen.kind === 'node' ? session.screen.remindAt : undefined
  // Read before this transaction began: a later reminder may stand in its place by now, and must stay.
  if (remindAt !== undefined && remindAt > timer.dueAt) return
  await tx.timers.cancel(timer.kind, timer.subject)
  if (session !== undefined && isLive(session) && remindAt !== undefined) await comeBack(tx, context, session)
}

/** Does what a timer is for. `found` is what Slack was asked for it before. */
export async function timerDue(tx: Tx, context: Context, timer: Timer, found?: Reachable): Promise<void> {
  switch (timer.kind) {
    case 'wait_over':
      return await waitOver(tx, context, timer)
    case 'tell_owner':
      return await tellOwner(tx, context, timer, found)
    case 'desk_round':
      return await deskRound(tx, context, timer.subject)
    case 'hold_over':
      return await holdOver(tx, context, timer)
  }
}
