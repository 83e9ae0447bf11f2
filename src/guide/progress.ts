import type { Guide, GuideFlow, GuideNode, Place } from './guide.ts'
import { exits, nodeAt } from './place.ts'
import type { Step } from './session.ts'

/** Where a walk ends: being in, or the form for a postmaster. Neither is a step of the person's own. */
const isEnd = (node: GuideNode): boolean => node.kind === 'done' || node.kind === 'escalate'

/**
 * How many steps the longest way from each node of a flow to its end has, the node itself included. Edges that
 * lead back to a node on the way from the start are cut, ways out into other flows count no further, and an end
 * is no step. Going forward by one node therefore lowers the figure by at least one.
 */
function longestWays(flow: GuideFlow): ReadonlyMap<string, number> {
  const known = new Map<string, number>()
  const onTheWay = new Set<string>()
  const longest = (name: string): number => {
    const before = known.get(name)
    if (before !== undefined) return before
    const node = flow.nodes.get(name)
    if (node === undefined || isEnd(node) || onTheWay.has(name)) return 0
    onTheWay.add(name)
    const next = exits(node).filter((place) => place.flow === flow.id)
    const length = 1 + Math.max(0, ...next.map((place) => longest(place.node)))
    onTheWay.delete(name)
    known.set(name, length)
    return length
  }
  for (const name of [flow.start.node, ...flow.nodes.keys()]) longest(name)
  return known
}

/** The different steps of this flow passed on the way to `place`, since the person last came into the flow. */
function passed(flow: GuideFlow, place: Place, path: readonly Step[]): number {
  const nodes: string[] = []
  for (const step of path.toReversed()) {
    if (step.flow !== place.flow) break
    const node = flow.nodes.get(step.node)
    if (node === undefined || !isEnd(node)) nodes.unshift(step.node)
  }
  const first = nodes.indexOf(place.node)
  return new Set(first === -1 ? nodes : nodes.slice(0, first)).size
}

/**
 * Where the person is: step `step` of at most `of`, both counted within the present flow from 1. A node that is
 * met again keeps its number, and an end has that of the last step before it. `of` never grows while the person
 * goes forward; it is 1 where the place is unknown.
 */
export function progress(guide: Guide, place: Place, path: readonly Step[]): { step: number; of: number } {
  const flow = guide.flows.get(place.flow)
  const node = nodeAt(guide, place)
  if (flow === undefined || node === undefined) return { step: 1, of: 1 }
  const before = passed(flow, place, path)
  const step = Math.max(1, isEnd(node) ? before : before + 1)
  return { step, of: Math.max(step, before + (longestWays(flow).get(place.node) ?? 0)) }
}
