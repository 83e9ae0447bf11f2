import type { GuideEvent } from '../events.ts'
import type { Guide, GuideNode, Place } from '../guide.ts'
import { nodeAt } from '../place.ts'
import type { Way } from '../way.ts'
import { attempts } from './attempts.ts'
import { honestChoices } from './honest-choices.ts'
import type { Opening } from './openings.ts'
import type { Person } from './person.ts'
import { obstacle, workingWays } from './standing.ts'
import { after, begun, type End, placeOf, pressed, type Walk } from './walk.ts'
import type { Means } from './ways.ts'

/** The most clicks that a walk may have; where something unlikely happens on it, the second figure. */
const mostClicks = { expected: 8, surprised: 12 } as const

/** What a walk can become in one turn: a longer walk, or its end. */
type Turn = Walk | End

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

/** Everything the person may do at a card, once it is clear whether its way has worked; the likeliest first. */
function turnsAt(guide: Guide, walk: Walk, place: Place, node: GuideNode, worked: boolean): Turn[] {
  const { honest, whims } = honestChoices(guide, walk, node, worked)
  const turns: Turn[] = honest.map((choice) => pressed(guide, walk, choice))
  if (node.kind === 'wait') turns.push(after(guide, walk, later))
  if (node.kind === 'escalate' && honest.length === 0) turns.push(handOver(guide, walk, place, node))
  const isLost = turns.length === 0
  if (isLost && whims.length === 0) return [{ kind: 'stuck', walk, place }]
  if (walk.isSurprised && !isLost) return turns
  const surprised = { ...walk, isSurprised: walk.isSurprised || !isLost }
  turns.push(...whims.map((choice) => pressed(guide, surprised, choice)))
  if (node.kind === 'steps' && node.reminder !== undefined) turns.push(after(guide, surprised, later))
  return turns
}

/** The person does what the card says; it goes as expected and, if nothing odd has happened yet, as not expected. */
function turnsOn(guide: Guide, walk: Walk, place: Place, node: GuideNode, way: Way): Turn[] {
  const missing = obstacle(walk.standing, way)
  if (missing !== undefined) return [{ kind: 'cannot', way, obstacle: missing, walk, place }]
  const shown = { ...walk, offered: new Set([...walk.offered, way]) }
  // Whether waiting has helped shows only at the node after it.
  if (node.kind === 'wait') return turnsAt(guide, shown, place, node, false)
  return attempts(walk.standing, way)
    .slice(0, walk.isSurprised ? 1 : undefined)
    .flatMap(({ standing, worked }, at) => {
      const changed = standing === walk.standing ? {} : { standing, answered: new Set<never>() }
      const tried = { ...shown, ...changed, isSurprised: walk.isSurprised || at > 0 }
      return turnsAt(guide, tried, place, node, worked)
    })
}

/** Every turn that an honest walk can take from where it is. */
function turns(guide: Guide, walk: Walk): Turn[] {
  const place = placeOf(walk)
  const node = nodeAt(guide, place)
  if (node === undefined) return [{ kind: 'stuck', walk, place }]
  if (isTooLong(walk)) return [{ kind: 'too_long', walk, place }]
  if (node.kind === 'done') return [toldIn(walk, place)]
  const way = 'way' in node ? node.way : undefined
  return way === undefined ? turnsAt(guide, walk, place, node, false) : turnsOn(guide, walk, place, node, way)
}

/**
 * Every walk of one person who comes in by one opening, to its end; the likeliest first. `asked` is told what of their
 * belongings mattered: everybody who has and lacks the same of these walks just so.
 */
export function* play(guide: Guide, person: Person, opening: Opening, asked: Set<Means>): Generator<End> {
  const open: Turn[] = [begun(guide, person, opening, asked)]
  for (let turn = open.pop(); turn !== undefined; turn = open.pop()) {
    if ('kind' in turn) yield turn
    else open.push(...turns(guide, turn).reverse())
  }
}
