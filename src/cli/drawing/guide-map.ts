import type { Choice, Flow, IntentFile, Node } from '../../guide/content.ts'
import type { Content } from '../../guide/content-set.ts'
import type { FlowId, Place } from '../../guide/guide.ts'
import { samePlace } from '../../guide/place.ts'
import { targetParts } from '../../guide/target.ts'
import { escapeHtml } from '../escape-html.ts'

/** A way from one node to another: a button, or the reminder that comes after a while. */
export type Exit = { readonly to: Place } & (
  | { readonly kind: 'choice'; readonly choice: Choice }
  | { readonly kind: 'reminder'; readonly minutes: number }
)

export type Start = 'start' | 'start_without_qr'

export interface MappedNode {
  readonly place: Place
  readonly node: Node
  readonly exits: readonly Exit[]
  /** Which of the flow's starts it is. */
  readonly starts: readonly Start[]
}

export interface MappedFlow {
  readonly id: FlowId
  readonly file: IntentFile
  readonly nodes: readonly MappedNode[]
}

/** The content as it stands in its files, with every target resolved; unlike a guide, it keeps what needs QR log-in. */
export interface GuideMap {
  /** As in the menu, then the others by name. */
  readonly flows: readonly MappedFlow[]
}

type Resolve = (target: string) => Place

function exitsOf(node: Node, resolve: Resolve): Exit[] {
  const choices = node.kind === 'done' ? [] : node.choices
  const reminder = node.kind === 'wait' ? node : node.kind === 'steps' ? node.reminder : undefined
  return [
    ...choices.map((choice): Exit => ({ kind: 'choice', choice, to: resolve(choice.to) })),
    ...(reminder === undefined
      ? []
      : [{ kind: 'reminder' as const, minutes: reminder.minutes, to: resolve(reminder.then) }]),
  ]
}

function mapped(id: FlowId, file: IntentFile, flow: Flow, resolve: Resolve): MappedFlow {
  const nodes = Object.entries(flow.nodes).map(([name, node]) => ({
    place: { flow: id, node: name },
    node,
    exits: exitsOf(node, resolve),
    starts: (['start', 'start_without_qr'] as const).filter((key) => flow[key] === name),
  }))
  return { id, file, nodes }
}

/** The map of content without errors; a flow named as a target means its start where QR log-in is on. */
export function mapGuide({ files }: Content): GuideMap {
  const flows = [...files].flatMap(([id, file]): MappedFlow[] => {
    if (file.flow === undefined) return []
    const resolve: Resolve = (target) => {
      const { flow = id, node } = targetParts(target)
      return { flow, node: node ?? files.get(flow)?.flow?.start ?? '' }
    }
    return [mapped(id, file, file.flow, resolve)]
  })
  const place = ({ file }: MappedFlow): number => file.menu ?? Number.MAX_SAFE_INTEGER
  return { flows: flows.sort((a, b) => place(a) - place(b)) }
}

/** The node at a place; a mapped guide has one wherever an exit leads. */
export function mappedNode({ flows }: GuideMap, { flow, node }: Place): MappedNode | undefined {
  return flows.find(({ id }) => id === flow)?.nodes.find(({ place }) => place.node === node)
}

/** Where people come to a place from, by a button or a reminder. */
export function waysTo({ flows }: GuideMap, place: Place): readonly MappedNode[] {
  return flows
    .flatMap(({ nodes }) => nodes)
    .filter(({ exits }) => exits.some(({ to }) => samePlace(to, place)))
}

/** A flow's anchor is its name; a node's is written as content names it, `flow/node`. */
export function anchorOf({ flow, node }: { readonly flow: FlowId; readonly node?: string }): string {
  return node === undefined ? flow : `${flow}/${node}`
}

/** A link to an anchor of the page, ready to stand in HTML. */
export function hrefOf(place: { readonly flow: FlowId; readonly node?: string }): string {
  return escapeHtml(`#${anchorOf(place).split('/').map(encodeURIComponent).join('/')}`)
}
