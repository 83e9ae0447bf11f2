import type { Language } from '../language.ts'
import type { GuideEffect, GuideEvent, Heard } from './events.ts'
import type { FlowId, Guide, Place, Reminder } from './guide.ts'
import { nodeAt, reminderOf, samePlace } from './place.ts'
import type { Screen, Session } from './session.ts'
import {
  anchored,
  go,
  type How,
  isThere,
  openMatter,
  placeOf,
  screenAt,
  show,
  stay,
  type Turn,
} from './walk.ts'

/** Flows of mere courtesy: they never take a person away from what they are doing. */
const courtesies: ReadonlySet<FlowId> = new Set(['greeting', 'thanks_goodbye'])

const msPerMinute = 60_000

/** A walk that begins at the menu, at version 1. `now` is ms since epoch; `card` the id of its first post. */
export function beginSession(given: {
  readonly id: string
  readonly team: string
  readonly user: string
  readonly language: Language
  /** The guide's version. */
  readonly guide: string
  readonly card: string
  readonly now: number
}): Session {
  const { now, ...who } = given
  return {
    ...who,
    version: 1,
    screen: { kind: 'menu', why: 'welcome' },
    path: [],
    trail: [],
    misses: 0,
    startedAt: now,
    touchedAt: now,
  }
}

/** Not understood: the menu; from the second time in a row, with a postmaster offered. */
function miss(session: Session, how: How): Turn {
  const misses = session.misses + 1
  const screen: Screen = { kind: 'menu', why: misses === 1 ? 'unsure' : 'still_unsure' }
  const next = session.screen.kind === 'menu' ? { ...session, screen, misses } : go(session, screen, misses)
  return show(next, how)
}

/** A place to go to, and the flow that is to come after it. */
interface Entered {
  readonly place: Place | undefined
  readonly also?: FlowId | undefined
}

/** Goes to a place; said again at that very place, the place is shown again. */
function enter(guide: Guide, session: Session, { place, also }: Entered, now: number, how: How): Turn {
  if (place === undefined) return how === 'post' ? miss(session, how) : stay(session)
  const here = placeOf(session.screen)
  if (here !== undefined && samePlace(here, place) && also === openMatter(session.screen)) {
    return show({ ...session, misses: 0 }, how)
  }
  return show(go(session, screenAt(guide, place, now, also), 0), how)
}

const startOf = (guide: Guide, flow: FlowId): Place | undefined => guide.flows.get(flow)?.start

function hear(guide: Guide, session: Session, heard: Heard, now: number): Turn {
  switch (heard.kind) {
    case 'accept': {
      const start = startOf(guide, heard.intent)
      const walking = session.screen.kind === 'node' && !courtesies.has(session.screen.flow)
      if (start !== undefined && walking && courtesies.has(heard.intent)) {
        return { session, effects: [{ type: 'aside', place: start }] }
      }
      return enter(guide, session, { place: start, also: heard.also }, now, 'post')
    }
    case 'screen':
      return enter(guide, session, heard, now, 'post')
    case 'clarify': {
      const flows = [...new Set(heard.intents)].filter((id) => guide.flows.has(id)).slice(0, 4)
      const [only] = flows
      if (only === undefined) return miss(session, 'post')
      if (flows.length === 1) return enter(guide, session, { place: startOf(guide, only) }, now, 'post')
      return show(go(session, { kind: 'clarify', flows }, session.misses), 'post')
    }
    case 'fallback':
      return miss(session, 'post')
  }
}

function choose(guide: Guide, session: Session, id: string, now: number): Turn {
  const place = placeOf(session.screen)
  const node = place && nodeAt(guide, place)
  const choice = node && 'choices' in node ? node.choices.find((each) => each.id === id) : undefined
  if (place === undefined || choice === undefined) return stay(session)
  const screen = screenAt(guide, choice.to, now, openMatter(session.screen))
  return show(go(session, screen, 0, { ...place, choice: id }), 'edit')
}

/** To the newest screen of the trail that the content still has. */
function goBack(guide: Guide, session: Session): Turn {
  const at = session.trail.findLastIndex(({ screen }) => isThere(guide, screen))
  const crumb = session.trail[at]
  if (crumb === undefined) {
    if (session.screen.kind === 'menu') return stay(session)
    return show({ ...session, screen: { kind: 'menu', why: 'asked' }, misses: 0 }, 'edit')
  }
  const path = session.path.slice(0, crumb.steps)
  return show(
    { ...session, screen: crumb.screen, path, trail: session.trail.slice(0, at), misses: 0 },
    'edit',
  )
}

/** The reminder that the screen offers. */
function offered(guide: Guide, { screen }: Session): Reminder | undefined {
  const node = screen.kind === 'node' ? nodeAt(guide, screen) : undefined
  return node && reminderOf(node)
}

/** A wait counts from when it began; steps that take a while, from when the person says that they are under way. */
function remind(guide: Guide, session: Session, now: number): Turn {
  const { screen } = session
  const reminder = offered(guide, session)
  if (screen.kind !== 'node' || screen.remindAt !== undefined || reminder === undefined) return stay(session)
  const from = nodeAt(guide, screen)?.kind === 'wait' ? screen.since : now
  const remindAt = Math.max(now, from + reminder.minutes * msPerMinute)
  return show({ ...session, screen: { ...screen, remindAt } }, 'edit')
}

function waitIsOver(guide: Guide, session: Session, now: number): Turn {
  const { screen } = session
  const reminder = offered(guide, session)
  if (screen.kind !== 'node' || screen.remindAt === undefined || reminder === undefined) return stay(session)
  return show(go(session, screenAt(guide, reminder.then, now, screen.also), 0), 'post')
}

/** Whether it helped is asked once, and only of whoever got in. */
function rate(session: Session, helped: boolean): Turn {
  const { screen } = session
  if (screen.kind !== 'ended' || screen.how !== 'solved' || screen.helped !== undefined) return stay(session)
  return show({ ...session, screen: { ...screen, helped } }, 'edit')
}

function end(session: Session, end: { how: 'handed_over'; ticket: number } | { how: 'cancelled' }): Turn {
  const place = placeOf(session.screen)
  return show(
    { ...session, screen: { kind: 'ended', ...end, ...(place !== undefined && { place }) } },
    'edit',
  )
}

function take(guide: Guide, session: Session, event: GuideEvent, now: number): Turn {
  if (event.type === 'rated') return rate(session, event.helped)
  if (session.screen.kind === 'ended') return stay(session)
  switch (event.type) {
    case 'said':
      return hear(guide, session, event.heard, now)
    case 'picked':
      return enter(guide, session, { place: startOf(guide, event.flow) }, now, 'edit')
    case 'none_of_these':
      return session.screen.kind === 'clarify' ? miss(session, 'edit') : stay(session)
    case 'chose':
      return choose(guide, session, event.choice, now)
    case 'back':
      return goBack(guide, session)
    case 'start_over':
      return show(
        { ...session, screen: { kind: 'menu', why: 'asked' }, path: [], trail: [], misses: 0 },
        'edit',
      )
    case 'remind':
      return remind(guide, session, now)
    case 'due':
      return waitIsOver(guide, session, now)
    case 'asked_for_postmaster':
      return { session, effects: [{ type: 'open_hand_over' }] }
    case 'handed_over':
      return end(session, { how: 'handed_over', ticket: event.ticket })
    case 'cancelled':
      return end(session, { how: 'cancelled' })
    case 'language':
      return event.language === session.language
        ? stay(session)
        : show({ ...session, language: event.language }, 'edit')
  }
}

function remindAtOf(screen: Screen): number | undefined {
  return screen.kind === 'node' ? screen.remindAt : undefined
}

/** Meant for the very card that was pressed or waited for; where that is gone, the nearest one is shown instead. */
const ofTheCard: ReadonlySet<GuideEvent['type']> = new Set([
  'chose',
  'none_of_these',
  'back',
  'remind',
  'due',
])

/** Whoever was moved sees where to, whatever else comes of the event. */
function shown(turn: Turn): Turn {
  const isShown = turn.effects.some(({ type }) => type === 'show')
  return isShown ? turn : { ...turn, effects: [{ type: 'show', how: 'edit' }, ...turn.effects] }
}

/** What happens to the reminder between two screens. */
function timerEffects(before: Screen, after: Screen): GuideEffect[] {
  const at = remindAtOf(after)
  if (at === remindAtOf(before)) return []
  return at === undefined ? [{ type: 'cancel_timer' }] : [{ type: 'start_timer', at }]
}

/**
 * One event in a walk: the session after it, and what is to be done. Pure and total: no event in any state
 * throws. `now` is ms since epoch. The version grows by exactly one when anything changed, and always with
 * `show post`; an event that does not apply gives the same session and `show edit`. A place that the content no
 * longer has counts as the nearest one that is left. To an ended walk only `rated` applies.
 */
export function transition(
  guide: Guide,
  session: Session,
  event: GuideEvent,
  now: number,
): { session: Session; effects: readonly GuideEffect[] } {
  const here = anchored(guide, session, now)
  const gone = here !== session && ofTheCard.has(event.type)
  const turn = gone ? show(here, event.type === 'due' ? 'post' : 'edit') : take(guide, here, event, now)
  if (turn.session === session) return { session, effects: turn.effects }
  const { effects } = shown(turn)
  return {
    session: { ...turn.session, guide: guide.version, version: session.version + 1, touchedAt: now },
    effects: [...timerEffects(session.screen, turn.session.screen), ...effects],
  }
}
