import type { Guide, GuideNode, Place, Reminder } from './guide.ts'

/** The node at `place`; undefined where the content no longer has it. */
export function nodeAt(guide: Guide, place: Place): GuideNode | undefined {
  return guide.flows.get(place.flow)?.nodes.get(place.node)
}

export function samePlace(a: Place, b: Place): boolean {
  return a.flow === b.flow && a.node === b.node
}

/** The reminder that a node offers, if it offers one. */
export function reminderOf(node: GuideNode): Reminder | undefined {
  switch (node.kind) {
    case 'wait':
      return node
    case 'steps':
      return node.reminder
    case 'ask':
    case 'answer':
    case 'escalate':
    case 'done':
      return undefined
  }
}

/** Every place that `node` can lead to, by a choice or by a reminder. */
export function exits(node: GuideNode): readonly Place[] {
  const choices = node.kind === 'done' ? [] : node.choices.map((choice) => choice.to)
  const reminder = reminderOf(node)
  return reminder === undefined ? choices : [reminder.then, ...choices]
}
