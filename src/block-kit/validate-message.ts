import { z } from 'zod'
import { MessageBlock } from './blocks.ts'
import { filled } from './composition.ts'
import type { BlockKitIssue } from './issue.ts'
import { limits } from './limits.ts'
import { repeated, schemaIssues, stringsNamed } from './payload-issues.ts'

const MessagePayload = z.object({
  text: filled(limits.message.text),
  blocks: z
    .array(MessageBlock)
    .max(limits.message.blocks, `must have at most ${limits.message.blocks} items`)
    .optional(),
})

const Blocks = z.array(z.unknown())
const Table = z.object({ type: z.literal('table') })

/** What no table can tell of itself: that it is the second, and how much all of its cells hold together. */
function tableIssues(blocks: unknown): BlockKitIssue[] {
  const issues: BlockKitIssue[] = []
  let isFirst = true
  for (const [index, block] of (Blocks.safeParse(blocks).data ?? []).entries()) {
    if (!Table.safeParse(block).success) continue
    const path = `/blocks/${index}`
    const length = stringsNamed('text', block).reduce((sum, found) => sum + found.value.length, 0)
    if (!isFirst) issues.push({ path, message: 'is the second table of the message: only one is allowed' })
    if (length > limits.table.text)
      issues.push({
        path: `${path}/rows`,
        message: `must hold at most ${limits.table.text} characters of text`,
      })
    isFirst = false
  }
  return issues
}

/**
 * What Slack would refuse in a message, and two things it lets pass: a missing `text`, which is what screen readers and
 * notifications read, and an `action_id` used twice. An empty list means the message is fine.
 */
export function validateMessage(message: {
  readonly text?: unknown
  readonly blocks?: unknown
}): readonly BlockKitIssue[] {
  const { text, blocks } = message
  const total = stringsNamed('text', blocks).reduce((sum, found) => sum + found.value.length, 0)
  const tooLong = {
    path: '/blocks',
    message: `must hold at most ${limits.message.blocksText} characters of text`,
  }
  return [
    ...schemaIssues(MessagePayload, { text, blocks }),
    ...tableIssues(blocks),
    ...repeated('action_id', blocks, ['blocks']),
    ...repeated('block_id', blocks, ['blocks']),
    ...(total > limits.message.blocksText ? [tooLong] : []),
  ]
}
