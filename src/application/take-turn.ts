import type { GuideEffect, GuideEvent } from '../guide/events.ts'
import type { Session } from '../guide/session.ts'
import { transition } from '../guide/transition.ts'
import type { Context } from './context.ts'
import type { Tx } from './ports.ts'
import { type Reader, reading } from './reader.ts'
import { dmOf, type Showing, showSession } from './show-session.ts'

/** One event of a session. `isNew`: not stored yet. `atBottom`: the answer goes where the person looks, as a new card. */
interface Turn {
  readonly session: Session
  readonly isNew: boolean
  readonly event: GuideEvent
  readonly reader: Reader
  readonly atBottom: boolean
}

/** The session after its turn, and whether the form that makes a ticket is wanted. */
interface Turned {
  readonly session: Session
  readonly opensHandOver: boolean
}

/** Nobody who wrote is met with silence: without an aside they get the card, and a new walk always has one. */
function showing(effects: readonly GuideEffect[], { isNew, atBottom }: Turn): Showing {
  const show = effects.find((effect) => effect.type === 'show')
  const saysAside = effects.some((effect) => effect.type === 'aside')
  if (isNew || (atBottom && (show !== undefined || !saysAside))) return 'post'
  return show?.how ?? 'none'
}

async function sayAside(
  tx: Tx,
  context: Context,
  effects: readonly GuideEffect[],
  reader: Reader,
): Promise<void> {
  for (const effect of effects) {
    if (effect.type !== 'aside') continue
    await tx.posts.put({
      id: context.ids.next(),
      surface: dmOf(reader),
      view: { kind: 'aside', ...reading(reader), place: effect.place },
    })
  }
}

async function keepTimers(
  tx: Tx,
  context: Context,
  effects: readonly GuideEffect[],
  session: Session,
): Promise<void> {
  const subject = `session:${session.id}`
  for (const effect of effects) {
    if (effect.type === 'cancel_timer') await tx.timers.cancel('wait_over', subject)
    if (effect.type === 'start_timer') {
      await tx.timers.start({ id: context.ids.next(), kind: 'wait_over', subject, dueAt: effect.at })
    }
  }
}

/** Lets the guide answer an event, and writes down what follows: session, card, asides and timers. */
export async function takeTurn(tx: Tx, context: Context, turn: Turn): Promise<Turned> {
  const { session, isNew, event, reader } = turn
  const { session: next, effects } = transition(context.guide, session, event, context.clock.now())
  const opensHandOver = effects.some((effect) => effect.type === 'open_hand_over')
  const how = showing(effects, turn)
  await sayAside(tx, context, effects, reader)
  const shown = await showSession(tx, context, { stored: isNew ? undefined : session, next, how, reader })
  await keepTimers(tx, context, effects, shown)
  return { session: shown, opensHandOver }
}
