import type { GuideEvent } from '../events.ts'
import type { Guide, GuideNode, Place } from '../guide.ts'
import { nodeAt } from '../place.ts'
import type { Way } from '../way.ts'
import { type Attempt, attempts } from './attempts.ts'
import { honestChoices } from './honest-choices.ts'
import type { Opening } from './openings.ts'
import type { Person } from './person.ts'
import { obstacle, workingWays } from './standing.ts'
import { after, begun, type End, placeOf, pressed, type Walk } from './walk.ts'

/** The most clicks that a walk may have; where something unlikely happens on it, the second figure. */
const mostClicks = { expected: 8, surprised: 12 } as const

function isTooLong({ clicks, isSurprised }: Walk): boolean {
  return clicks > mostClicks[isSurprised ? 'surprised' : 'expected']
}

/** A hand-over is an end, unless there is a way that works and that no card has led through. */
function handOver(guide: Guide, walk: Walk, place: Place, node: GuideNode & { kind: 'escalate' }): End {
  const way = workingWays(walk.standing).find((each) => !walk.offered.has(each))
  if (way !== undefined) return { kind: 'passed_over', way, walk, place }
  const sent = after(guide, walk, [{ type: 'asked_for_postmaster' }, { type: 'handed_over', ticket: 1 }])
  return isTooLong(sent)
    ? { kind: 'too_long', walk: sent, place }
    : { kind: 'handed_over', reason: node.reason, walk: sent, place }
}

function toldIn(walk: Walk, place: Place): End {
  const [problem] = walk.standing.problems
  return problem === undefined ? { kind: 'in', walk, place } : { kind: 'dismissed', problem, walk, place }
}

const later: readonly GuideEvent[] = [{ type: 'remind' }, { type: 'due' }]

/** Everything the person may do at a card, once it is clear how its way went. */
function* goOn(guide: Guide, walk: Walk, place: Place, node: GuideNode, worked: boolean): Generator<End> {
  const { honest, whims } = honestChoices(guide, walk, node, worked)
  for (const choice of honest) yield* visit(guide, pressed(guide, walk, choice))
  if (node.kind === 'wait') yield* visit(guide, after(guide, walk, later))
  if (node.kind === 'escalate' && honest.length === 0) yield handOver(guide, walk, place, node)
  const isLost = honest.length === 0 && node.kind !== 'wait' && node.kind !== 'escalate'
  if (isLost && whims.length === 0) yield { kind: 'stuck', walk, place }
  if (walk.isSurprised && !isLost) return
  const surprised = { ...walk, isSurprised: walk.isSurprised || !isLost }
  for (const choice of whims) yield* visit(guide, pressed(guide, surprised, choice))
  if (node.kind === 'steps' && node.reminder !== undefined)
    yield* visit(guide, after(guide, surprised, later))
}

/** The person does what the card says; it goes as expected and, if nothing odd has happened yet, as not expected. */
function* goWay(guide: Guide, walk: Walk, place: Place, node: GuideNode, way: Way): Generator<End> {
  const missing = obstacle(walk.standing, way)
  if (missing !== undefined) {
    yield { kind: 'cannot', way, obstacle: missing, walk, place }
    return
  }
  const offered = new Set([...walk.offered, way])
  if (node.kind === 'wait') {
    // Whether waiting has helped shows at the node after it.
    yield* goOn(guide, { ...walk, offered }, place, node, false)
    return
  }
  const [expected, ...surprises] = attempts(walk.standing, way)
  const tried = ({ standing }: Attempt): Walk =>
    standing === walk.standing ? { ...walk, offered } : { ...walk, offered, standing, answered: new Set() }
  yield* goOn(guide, tried(expected), place, node, expected.worked)
  if (walk.isSurprised) return
  for (const each of surprises) {
    yield* goOn(guide, { ...tried(each), isSurprised: true }, place, node, each.worked)
  }
}

/** Plays on from where the walk is, in every way the person honestly could. */
function* visit(guide: Guide, walk: Walk): Generator<End> {
  const place = placeOf(walk)
  const node = nodeAt(guide, place)
  const way = node !== undefined && 'way' in node ? node.way : undefined
  if (node === undefined) yield { kind: 'stuck', walk, place }
  else if (isTooLong(walk)) yield { kind: 'too_long', walk, place }
  else if (node.kind === 'done') yield toldIn(walk, place)
  else if (way === undefined) yield* goOn(guide, walk, place, node, false)
  else yield* goWay(guide, walk, place, node, way)
}

/** Every walk of one person who comes in by one opening, the likeliest first. */
export function play(guide: Guide, person: Person, opening: Opening): Generator<End> {
  return visit(guide, begun(guide, person, opening))
}
