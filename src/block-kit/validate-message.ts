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
    ...repeated('action_id', blocks, ['blocks']),
    ...repeated('block_id', blocks, ['blocks']),
    ...(total > limits.message.blocksText ? [tooLong] : []),
  ]
}
