import { Target } from './content.ts'
import type { LooseFile, LooseNode } from './loose-file.ts'
import { targetParts } from './target.ts'

/** A way from one node to another place, and where in the file it stands. */
interface Exit {
  /** Dotted, from the node: `choices.0.to`, `then` or `reminder.then`. */
  readonly path: string
  readonly target: string
  readonly needsQr: boolean
}

/** All flows as one graph over places, written `flow/node`. */
export interface FlowGraph {
  readonly nodes: ReadonlyMap<string, { flow: string; name: string; node: LooseNode; exits: readonly Exit[] }>
  /** The place a target means, or undefined where there is none (or the target is malformed). */
  resolve(flow: string, target: string): string | undefined
}

export const placeKey = (flow: string, node: string): string => `${flow}/${node}`

function exitsOf(node: LooseNode): Exit[] {
  const choices = node.choices.map((choice, index) => ({
    path: `choices.${index}.to`,
    target: choice.to,
    needsQr: choice.when === 'qr_login',
  }))
  const later = [
    ['then', node.then],
    ['reminder.then', node.reminder?.then],
  ] as const
  const reminders = later.flatMap(([path, target]) =>
    target === undefined ? [] : [{ path, target, needsQr: false }],
  )
  return [...choices, ...reminders]
}

/** The graph of all files; `qrLogin` chooses where flows start. */
export function flowGraph(files: ReadonlyMap<string, LooseFile>, qrLogin: boolean): FlowGraph {
  const nodes = new Map(
    [...files].flatMap(([flow, file]) =>
      Object.entries(file.flow?.nodes ?? {}).map(
        ([name, node]) => [placeKey(flow, name), { flow, name, node, exits: exitsOf(node) }] as const,
      ),
    ),
  )
  const startOf = (flow: string): string | undefined => {
    const found = files.get(flow)?.flow
    return qrLogin ? found?.start : (found?.start_without_qr ?? found?.start)
  }
  return {
    nodes,
    resolve: (from, target) => {
      if (!Target.safeParse(target).success) return undefined
      const { flow = from, node = startOf(flow) } = targetParts(target)
      const key = node === undefined ? undefined : placeKey(flow, node)
      return key !== undefined && nodes.has(key) ? key : undefined
    },
  }
}
