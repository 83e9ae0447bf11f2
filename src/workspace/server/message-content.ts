import { validateMessage } from '../../block-kit/validate-message.ts'
import { ApiError } from './api-error.ts'
import { type Json, objects, parseJson } from './json.ts'
import type { MessageContent } from './messages.ts'
import { StoredMessage } from './records.ts'

/** docs.slack.dev/reference/methods/chat.postMessage: text longer than this is refused here, cut there. */
const maxText = 40_000

/** An argument that is JSON, given as such or as a string (form-encoded calls). */
export function jsonArgument(value: unknown): unknown {
  return typeof value === 'string' ? parseJson(value) : value
}

function blocksOf(value: unknown): Json[] | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const blocks = jsonArgument(value)
  if (!Array.isArray(blocks) || objects(blocks).length !== blocks.length)
    throw new ApiError('invalid_blocks_format')
  return objects(blocks)
}

function metadataOf(value: unknown): StoredMessage['metadata'] {
  if (value === undefined || value === null || value === '') return undefined
  const parsed = StoredMessage.shape.metadata.safeParse(jsonArgument(value))
  if (!parsed.success) throw new ApiError('invalid_metadata_format')
  return parsed.data
}

/** As Slack refuses blocks: what is wrong, and a JSON pointer to it. */
function check(text: string, blocks: readonly Json[] | undefined): void {
  if (blocks === undefined) return
  const issues = validateMessage({ text, blocks }).filter((issue) => issue.path !== '/text')
  if (issues.length === 0) return
  const errors = issues.map((issue) => `${issue.message} [json-pointer:${issue.path}]`)
  throw new ApiError(
    'invalid_blocks',
    errors.map((error) => `[ERROR] ${error}`),
    { errors },
  )
}

/** Reads text, blocks and metadata of a call; throws as Slack refuses them. */
export function messageContent(args: Json): MessageContent {
  const text = typeof args.text === 'string' ? args.text : ''
  const blocks = blocksOf(args.blocks)
  const metadata = metadataOf(args.metadata)
  if (text === '' && (blocks ?? []).length === 0) throw new ApiError('no_text')
  if (text.length > maxText) throw new ApiError('msg_too_long')
  check(text, blocks)
  return {
    text,
    ...(blocks !== undefined && { blocks }),
    ...(metadata !== undefined && { metadata }),
    ...(typeof args.thread_ts === 'string' && args.thread_ts !== '' && { threadTs: args.thread_ts }),
  }
}
