import { z } from 'zod'

const json = z.record(z.string(), z.unknown())

export const StoredMessage = z.object({
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(json).optional(),
  metadata: z.object({ event_type: z.string(), event_payload: json }).optional(),
  threadTs: z.string().optional(),
  clientMsgId: z.string().optional(),
  files: z.array(json).optional(),
  edited: z.object({ user: z.string(), ts: z.string() }).optional(),
})
export type StoredMessage = z.infer<typeof StoredMessage>

/** Seen by one person, and gone after a restart, as in Slack. */
export interface Ephemeral extends StoredMessage {
  readonly reader: string
}

/** A modal or a Home tab that is shown to one person. */
export const StoredView = z.object({
  id: z.string(),
  user: z.string(),
  /** As the bot sent it, with block_ids filled in. */
  view: json,
  hash: z.string(),
  root: z.string(),
  previous: z.string().optional(),
})
export type StoredView = z.infer<typeof StoredView>

/** An event that the bot has not acknowledged yet. */
export const PendingEvent = z.object({
  id: z.string(),
  payload: json,
  attempts: z.int(),
  reason: z.string().optional(),
})
export type PendingEvent = z.infer<typeof PendingEvent>

/** What a response_url leads to. */
export const ResponseUrl = z.object({
  id: z.string(),
  user: z.string(),
  channel: z.string(),
  /** The message that was clicked, when there is one. */
  original: z.string().optional(),
  /** ms since epoch */
  createdAt: z.number(),
  uses: z.int(),
})
export type ResponseUrl = z.infer<typeof ResponseUrl>

/** A message that was visible to somebody at some time. */
export const LedgerEntry = z.object({
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  metadata: StoredMessage.shape.metadata,
  /** Who alone saw it, if it was ephemeral. */
  reader: z.string().optional(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>
