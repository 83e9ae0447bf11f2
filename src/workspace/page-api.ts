import { z } from 'zod'

/**
 * What the page and the local Slack say to each other, over `/page/*` on loopback.
 * Every request names who acts in the header `x-acting-user`; the stream takes it as `?as=`.
 *
 * GET  /page/state              -> PageState (only what the acting person may see; without the header, the first person)
 * GET  /page/stream?as=U…       -> text/event-stream; one `data: {"changed":true}` line whenever the state may have changed
 * POST /page/message            <- SendMessage   -> PageResult   (a message, or a slash command when it begins with `/`)
 * POST /page/action             <- PressAction   -> PageResult   (a button, select, overflow … of a message, modal or Home tab)
 * POST /page/modal/submit       <- SubmitModal   -> PageResult   (field errors come back in `errors`)
 * POST /page/modal/close        <- CloseModal    -> PageResult
 * POST /page/home/open          <- {}            -> PageResult   (fires app_home_opened)
 * POST /page/message/delete     <- DeleteMessage -> PageResult   (one's own message)
 */
export const PageUser = z.object({
  id: z.string(),
  name: z.string(),
  realName: z.string(),
  title: z.string(),
  role: z.enum(['employee', 'postmaster', 'bot']),
  color: z.string(),
})
export type PageUser = z.infer<typeof PageUser>

export const PageMessage = z.object({
  ts: z.string(),
  channel: z.string(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(z.record(z.string(), z.unknown())).optional(),
  /** The names of attached files. */
  files: z.array(z.string()).optional(),
  edited: z.boolean(),
  /** Seen by the acting person alone. */
  ephemeral: z.boolean(),
})
export type PageMessage = z.infer<typeof PageMessage>

export const PageChannel = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['dm', 'public', 'private']),
  messages: z.array(PageMessage),
})
export type PageChannel = z.infer<typeof PageChannel>

export const PageModal = z.object({
  viewId: z.string(),
  /** The `view` object as the bot sent it: title, blocks, submit, close, callback_id … */
  view: z.record(z.string(), z.unknown()),
})
export type PageModal = z.infer<typeof PageModal>

export const PageState = z.object({
  team: z.string(),
  me: z.string(),
  users: z.array(PageUser),
  usergroups: z.array(z.object({ id: z.string(), name: z.string() })),
  bot: z.string(),
  commands: z.array(z.object({ command: z.string(), description: z.string(), usageHint: z.string() })),
  channels: z.array(PageChannel),
  home: z.record(z.string(), z.unknown()).optional(),
  /** The open modals of the acting person, the top one last. */
  modals: z.array(PageModal),
  /** Whether the bot is connected. */
  connected: z.boolean(),
})
export type PageState = z.infer<typeof PageState>

export const SendMessage = z.object({
  channel: z.string(),
  text: z.string().min(1).max(40_000),
  withFile: z.boolean().optional(),
})
export type SendMessage = z.infer<typeof SendMessage>

export const PressAction = z.object({
  container: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
    z.object({ type: z.literal('view'), viewId: z.string() }),
    z.object({ type: z.literal('home') }),
  ]),
  blockId: z.string(),
  actionId: z.string(),
  /** For selects, radios, checkboxes and overflow: the option values chosen. */
  values: z.array(z.string()).optional(),
})
export type PressAction = z.infer<typeof PressAction>

export const SubmitModal = z.object({
  viewId: z.string(),
  /** block_id -> action_id -> what was entered: text, or the option values chosen. */
  inputs: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
})
export type SubmitModal = z.infer<typeof SubmitModal>

export const CloseModal = z.object({ viewId: z.string() })
export type CloseModal = z.infer<typeof CloseModal>

export const DeleteMessage = z.object({ channel: z.string(), ts: z.string() })
export type DeleteMessage = z.infer<typeof DeleteMessage>

/** `ok: false` carries what a Slack client would show the person, such as operation_timeout. */
export const PageResult = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  /** block_id -> message, when a modal was refused. */
  errors: z.record(z.string(), z.string()).optional(),
})
export type PageResult = z.infer<typeof PageResult>
