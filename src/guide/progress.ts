import type { Guide, GuideFlow, Place } from './guide.ts'
import { exits, nodeAt } from './place.ts'
import type { Step } from './session.ts'

/**
 * How many nodes the longest way from each node of a flow to its end has, the node itself included. Edges that
 * lead back to a node on the way from the start are cut, ways out into other flows count no further, and `done`
 * is no step. Going forward by one node therefore lowers the figure by at least one.
 */
function longestWays(flow: GuideFlow): ReadonlyMap<string, number> {
  const known = new Map<string, number>()
  const onTheWay = new Set<string>()
  const longest = (name: string): number => {
    const before = known.get(name)
    if (before !== undefined) return before
    const node = flow.nodes.get(name)
    if (node === undefined || node.kind === 'done' || onTheWay.has(name)) return 0
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

/** The different nodes of this flow passed on the way to `place`, since the person last came into the flow. */
function passed(place: Place, path: readonly Step[]): number {
  const nodes: string[] = []
  for (const step of path.toReversed()) {
    if (step.flow !== place.flow) break
    nodes.unshift(step.node)
  }
  const first = nodes.indexOf(place.node)
  return new Set(first === -1 ? nodes : nodes.slice(0, first)).size
}

/**
 * Where the person is: step `step` of at most `of`, both counted within the present flow from 1. A node that is
 * met again keeps its number. `of` never grows while the person goes forward; it is 1 where the place is unknown.
 */
export function progress(guide: Guide, place: Place, path: readonly Step[]): { step: number; of: number } {
  const flow = guide.flows.get(place.flow)
  if (flow === undefined || nodeAt(guide, place) === undefined) return { step: 1, of: 1 }
  const before = passed(place, path)
  const ahead = longestWays(flow).get(place.node) ?? 0
  return { step: before + 1, of: Math.max(before + 1, before + ahead) }
}
