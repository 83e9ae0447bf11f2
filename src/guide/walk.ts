import type { GuideEffect } from './events.ts'
import type { FlowId, Guide, Place } from './guide.ts'
import { nodeAt, samePlace } from './place.ts'
import type { Crumb, Screen, Session, Step } from './session.ts'

/** Where a turn leads, before its version is counted: the same object where nothing changed. */
export interface Turn {
  readonly session: Session
  readonly effects: readonly GuideEffect[]
}

export type How = 'edit' | 'post'

const longestTrail = 30
const longestPath = 60

/** An event that does not apply: nothing changes, and the card is brought up to date. */
export function stay(session: Session): Turn {
  return { session, effects: [{ type: 'show', how: 'edit' }] }
}

export function show(session: Session, how: How): Turn {
  return { session, effects: [{ type: 'show', how }] }
}

export function placeOf(screen: Screen): Place | undefined {
  return screen.kind === 'node' ? { flow: screen.flow, node: screen.node } : undefined
}

/**
 * The screen of a place: its node, the end of the walk where the node is `done`, the menu where it no longer exists.
 * `also`, the flow that is to come after, stays with it until that flow is reached.
 */
export function screenAt(guide: Guide, place: Place, now: number, also?: FlowId): Screen {
  const node = nodeAt(guide, place)
  if (node === undefined) return { kind: 'menu', why: 'asked' }
  if (also !== undefined && also !== place.flow && guide.flows.has(also)) {
    return { kind: 'node', ...place, since: now, also }
  }
  if (node.kind === 'done') return { kind: 'ended', how: 'solved', place }
  return { kind: 'node', ...place, since: now }
}

/** The flow that is to come after what the screen shows. */
export function openMatter(screen: Screen): FlowId | undefined {
  return screen.kind === 'node' ? screen.also : undefined
}

/** Whether the content still has what the screen shows. */
export function isThere(guide: Guide, screen: Screen): boolean {
  if (screen.kind === 'node') return nodeAt(guide, screen) !== undefined
  return screen.kind !== 'clarify' || screen.flows.every((flow) => guide.flows.has(flow))
}

/** The newest crumb of the same flow, else its start, else the menu; found by going back. */
function nearest(guide: Guide, { screen, trail }: Session, now: number): Screen {
  const flow = screen.kind === 'node' ? guide.flows.get(screen.flow) : undefined
  const near = trail.findLast(
    (crumb) => crumb.screen.kind === 'node' && crumb.screen.flow === flow?.id && isThere(guide, crumb.screen),
  )?.screen
  if (near?.kind === 'node') return { ...near, moved: true }
  const start = flow && screenAt(guide, flow.start, now, openMatter(screen))
  return start?.kind === 'node' ? { ...start, moved: true } : { kind: 'menu', why: 'changed' }
}

/**
 * The session as the content still has it: the same object where nothing is gone; else at the nearest place that is
 * left, with nothing on its trail that is gone.
 */
export function anchored(guide: Guide, session: Session, now: number): Session {
  if (isThere(guide, session.screen)) return session
  const screen = nearest(guide, session, now)
  const at = session.trail.findIndex((crumb) => sameScreen(crumb.screen, screen))
  const trail = (at === -1 ? session.trail : session.trail.slice(0, at)).filter((crumb) =>
    isThere(guide, crumb.screen),
  )
  return { ...session, screen, trail }
}

function sameScreen(a: Screen, b: Screen): boolean {
  if (a.kind === 'node' && b.kind === 'node') return samePlace(a, b)
  return a.kind === 'menu' && b.kind === 'menu'
}

/** A screen to come back to: without its reminder, which ends when the person leaves, and as if never moved to. */
function crumbOf(session: Session): Crumb {
  const { screen } = session
  if (screen.kind !== 'node') return { screen, steps: session.path.length }
  const { remindAt: _, moved: __, ...left } = screen
  return { screen: left, steps: session.path.length }
}

/** The newest steps and crumbs; crumbs count on from where the kept steps begin. */
function bounded(path: readonly Step[], trail: readonly Crumb[]): Pick<Session, 'path' | 'trail'> {
  const dropped = Math.max(0, path.length - longestPath)
  const crumbs = trail.slice(-longestTrail)
  return {
    path: path.slice(dropped),
    trail: crumbs.map((crumb) => ({ ...crumb, steps: Math.max(0, crumb.steps - dropped) })),
  }
}

/** Goes to `screen`, leaving a crumb behind; `step` is the answer given on the way. */
export function go(session: Session, screen: Screen, misses: number, step?: Step): Session {
  const path = step === undefined ? session.path : [...session.path, step]
  return { ...session, ...bounded(path, [...session.trail, crumbOf(session)]), screen, misses }
}
