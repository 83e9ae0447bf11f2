import type { Target } from './content.ts'

/** A target taken apart: `node` is undefined where it names a flow's start; `flow` is undefined within the same flow. */
interface TargetParts {
  readonly flow?: string
  readonly node?: string
}

export function targetParts(target: Target): TargetParts {
  if (!target.startsWith('flow:')) return { node: target }
  const [flow = '', node] = target.slice('flow:'.length).split('/')
  return node === undefined ? { flow } : { flow, node }
}
