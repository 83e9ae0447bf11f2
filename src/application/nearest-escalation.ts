import type { Guide, GuideNode, Place } from '../guide/guide.ts'
import { exits, nodeAt } from '../guide/place.ts'

export type Escalation = Extract<GuideNode, { kind: 'escalate' }>

/** The hand-over that lies fewest clicks ahead of `place` in its flow: what a postmaster would most likely have to do. */
export function nearestEscalation(guide: Guide, place: Place): Escalation | undefined {
  const seen = new Set([place.node])
  const queue: Place[] = [place]
  for (const here of queue) {
    const node = nodeAt(guide, here)
    if (node === undefined) continue
    if (node.kind === 'escalate') return node
    for (const next of exits(node)) {
      if (next.flow !== place.flow || seen.has(next.node)) continue
      seen.add(next.node)
      queue.push(next)
    }
  }
  return undefined
}
