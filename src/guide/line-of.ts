import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter } from 'yaml'

/** The key or item named `segment` below a YAML node: where it begins, and what it holds. */
function below(node: unknown, segment: string): { start?: number | undefined; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === segment)
    if (pair === undefined) return undefined
    return { start: isNode(pair.key) ? pair.key.range?.[0] : undefined, value: pair.value }
  }
  const item = isSeq(node) ? node.items[Number(segment)] : undefined
  return item === undefined ? undefined : { start: isNode(item) ? item.range?.[0] : undefined, value: item }
}

/** The line, from 1, of what stands at a dotted path; where the end of the path is missing, of what is nearest above it. */
export function lineOf(document: Document, counter: LineCounter, path: string): number {
  let node: unknown = document.contents
  let offset = 0
  for (const segment of path.split('.')) {
    const found = below(node, segment)
    if (found === undefined) break
    offset = found.start ?? offset
    node = found.value
  }
  return counter.linePos(offset).line
}
