import type { Guide, GuideNode, Place } from './guide.ts'

/** The node at `place`; undefined where the content no longer has it. */
export function nodeAt(guide: Guide, place: Place): GuideNode | undefined {
  return guide.flows.get(place.flow)?.nodes.get(place.node)
}

export function samePlace(a: Place, b: Place): boolean {
  return a.flow === b.flow && a.node === b.node
}

/** Every place that `node` can lead to, by a choice or by a wait that is over. */
export function exits(node: GuideNode): readonly Place[] {
  switch (node.kind) {
    case 'ask':
    case 'steps':
    case 'answer':
    case 'escalate':
      return node.choices.map((choice) => choice.to)
    case 'wait':
      return [node.then, ...node.choices.map((choice) => choice.to)]
    case 'done':
      return []
  }
}
