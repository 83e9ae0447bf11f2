import { Target } from './content.ts'
import { type ContentIssue, fileName } from './content-set.ts'
import { type FlowGraph, flowGraph, placeKey } from './flow-graph.ts'
import type { LooseFile } from './loose-file.ts'
import { targetParts } from './target.ts'

function error(flow: string, path: string, message: string): ContentIssue {
  return { severity: 'error', file: fileName(flow), path, message }
}

/** Whether a target of `flow` leads into a file that could not be read. */
function isUnread(unread: ReadonlySet<string>, flow: string, target: string): boolean {
  return Target.safeParse(target).success && unread.has(targetParts(target).flow ?? flow)
}

/** Targets and starts that name nothing. A malformed target is the schema's to report. */
function dangling(
  files: ReadonlyMap<string, LooseFile>,
  graph: FlowGraph,
  unread: ReadonlySet<string>,
): ContentIssue[] {
  const targets = [...graph.nodes.values()].flatMap(({ flow, name, exits }) =>
    exits
      .filter(({ target }) => Target.safeParse(target).success && !graph.resolve(flow, target))
      .filter(({ target }) => !isUnread(unread, flow, target))
      .map(({ path, target }) =>
        error(flow, `flow.nodes.${name}.${path}`, `leads to ${target}, which does not exist`),
      ),
  )
  const starts = [...files].flatMap(([flow, file]) =>
    (['start', 'start_without_qr'] as const).flatMap((key) => {
      const start = file.flow?.[key]
      if (start === undefined || start === '' || graph.nodes.has(placeKey(flow, start))) return []
      return [error(flow, `flow.${key}`, `names ${start}, which does not exist`)]
    }),
  )
  return [...starts, ...targets]
}

/** Every place that can be come to from `from`, itself included. */
function spread(from: Iterable<string>, next: (place: string) => Iterable<string>): Set<string> {
  const seen = new Set(from)
  for (const place of seen) for (const each of next(place)) seen.add(each)
  return seen
}

type IsIntent = (id: string) => boolean

/** Where people come in: starts of flows that the model or the menu leads to, and what their screen may say. */
function waysIn(files: ReadonlyMap<string, LooseFile>, isIntent: IsIntent): string[] {
  return [...files].flatMap(([id, { flow, menu }]) => {
    const starts = isIntent(id) || menu !== undefined ? [flow?.start, flow?.start_without_qr] : []
    const quoted = Object.entries(flow?.nodes ?? {}).flatMap(([name, { on_screen }]) =>
      Object.values(on_screen).some((messages) => messages.length > 0) ? [name] : [],
    )
    return [...starts, ...quoted].flatMap((node) => (node === undefined ? [] : [placeKey(id, node)]))
  })
}

function unreachable(
  files: ReadonlyMap<string, LooseFile>,
  graph: FlowGraph,
  isIntent: IsIntent,
): ContentIssue[] {
  const reached = spread(waysIn(files, isIntent), (place) => {
    const found = graph.nodes.get(place)
    return (found?.exits ?? []).flatMap(({ target }) => graph.resolve(found?.flow ?? '', target) ?? [])
  })
  return [...graph.nodes]
    .filter(([place]) => !reached.has(place))
    .map(([, { flow, name }]) => error(flow, `flow.nodes.${name}`, 'cannot be reached from any start'))
}

const isEnd = (kind: string): boolean => kind === 'done' || kind === 'escalate'

/** Nodes with nothing to press, and nodes that only lead round in circles. */
function withoutWayOut(graph: FlowGraph, qrLogin: boolean, unread: ReadonlySet<string>): ContentIssue[] {
  const ways = new Map(
    [...graph.nodes].map(([place, { flow, exits }]) => {
      const open = exits.filter((exit) => qrLogin || !exit.needsQr)
      return [place, open.flatMap(({ target }) => graph.resolve(flow, target) ?? [])] as const
    }),
  )
  const into = new Map<string, string[]>()
  for (const [place, next] of ways) {
    for (const each of next) into.set(each, [...(into.get(each) ?? []), place])
  }
  const ends = [...graph.nodes]
    .filter(
      ([, { flow, node, exits }]) =>
        isEnd(node.kind) || exits.some(({ target }) => isUnread(unread, flow, target)),
    )
    .map(([place]) => place)
  const saved = spread(ends, (place) => into.get(place) ?? [])
  const where = qrLogin ? '' : ' where QR log-in is off'
  return [...graph.nodes]
    .filter(([place]) => !saved.has(place))
    .map(([place, { flow, name }]) => {
      const what = (ways.get(place) ?? []).length === 0 ? 'is a dead end' : 'only leads round in circles'
      return error(flow, `flow.nodes.${name}`, `${what}${where}: nothing leads to a solution or a postmaster`)
    })
}

function repeatedChoices(graph: FlowGraph): ContentIssue[] {
  return [...graph.nodes.values()].flatMap(({ flow, name, node }) => {
    const ids = node.choices.map((choice) => choice.id)
    return ids.flatMap((id, index) =>
      id !== '' && ids.indexOf(id) < index
        ? [error(flow, `flow.nodes.${name}.choices.${index}.id`, `${id} stands here twice`)]
        : [],
    )
  })
}

function repeatedMenuPlaces(files: ReadonlyMap<string, LooseFile>): ContentIssue[] {
  const first = new Map<number, string>()
  return [...files].flatMap(([id, { menu }]) => {
    if (menu === undefined) return []
    const other = first.get(menu)
    if (other === undefined) first.set(menu, id)
    return other === undefined ? [] : [error(id, 'menu', `place ${menu} is taken by ${fileName(other)}`)]
  })
}

/** Questions between two flows where one is missing, is the same, or has the question too. */
function wrongPairs(files: ReadonlyMap<string, LooseFile>, unread: ReadonlySet<string>): ContentIssue[] {
  return [...files].flatMap(([id, { confusable_with }]) =>
    Object.keys(confusable_with).flatMap((other) => {
      const path = `confusable_with.${other}`
      if (other === id) return [error(id, path, 'is this very intent')]
      if (unread.has(other)) return []
      if (files.get(other)?.flow === undefined) return [error(id, path, 'names an intent without a flow')]
      if (id < other || files.get(other)?.confusable_with[id] === undefined) return []
      return [error(id, path, `stands in ${fileName(other)} already; one question is enough`)]
    }),
  )
}

/**
 * What is wrong with how the nodes hang together, with QR log-in on or off. `isIntent` tells what the model leads to;
 * `unread` names the files that could not be read, which may well have what the others lead to.
 */
export function lintGraph(
  files: ReadonlyMap<string, LooseFile>,
  qrLogin: boolean,
  isIntent: IsIntent,
  unread: ReadonlySet<string>,
): ContentIssue[] {
  const graph = flowGraph(files, qrLogin)
  return [
    ...dangling(files, graph, unread),
    ...(unread.size > 0 ? [] : unreachable(files, graph, isIntent)),
    ...withoutWayOut(graph, qrLogin, unread),
    ...repeatedChoices(graph),
    ...repeatedMenuPlaces(files),
    ...wrongPairs(files, unread),
  ]
}
