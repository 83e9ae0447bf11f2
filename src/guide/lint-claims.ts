import type { Claim } from './claim.ts'
import type { IntentFile, Node } from './content.ts'
import { type ContentIssue, fileName } from './content-set.ts'

/** A path within a node, and what is wrong there. */
type Mistake = readonly [path: string, message: string]

function wayMistakes(node: Node): Mistake[] {
  const choices = 'choices' in node ? node.choices : []
  const way = 'way' in node ? node.way : undefined
  const says = (claim: Claim): number => choices.findIndex((choice) => choice.says?.includes(claim))
  if (way === undefined) {
    const worked = says('worked')
    return worked === -1 ? [] : [[`choices.${worked}.says`, 'is worked, but the node names no way']]
  }
  if (node.kind === 'wait' || says('worked') !== -1 || says('in') !== -1) return []
  return [['choices', `lack one that says worked or in, for whom ${way} has helped`]]
}

function quoteMistakes({ on_screen }: Node): Mistake[] {
  if (on_screen === undefined || on_screen.says !== undefined) return []
  return [['on_screen', 'lacks says: what is true of whoever reads that']]
}

/** What is wrong with the notes that the simulation goes by: a way without an outcome, an outcome without a way. */
export function lintClaims(files: ReadonlyMap<string, IntentFile>): ContentIssue[] {
  return [...files].flatMap(([id, { flow }]) =>
    Object.entries(flow?.nodes ?? {}).flatMap(([name, node]) =>
      [...wayMistakes(node), ...quoteMistakes(node)].map(
        ([path, message]): ContentIssue => ({
          severity: 'error',
          file: fileName(id),
          path: `flow.nodes.${name}.${path}`,
          message,
        }),
      ),
    ),
  )
}
