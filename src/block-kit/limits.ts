/**
 * What Slack accepts, in one table. Lengths are in UTF-16 units, the strictest way to count.
 * Sources: docs.slack.dev/reference/block-kit and the comments of @slack/types 3.2.0; `message.blocksText` is undocumented
 * (`msg_blocks_too_long`, github.com/slackapi/bolt-js/issues/2509), `message.text` is that of chat.update.
 */
export const limits = {
  message: { blocks: 50, text: 4000, blocksText: 13_200 },
  view: { blocks: 100, title: 24, button: 24, privateMetadata: 3000 },
  /** action_id, block_id, callback_id */
  id: 255,
  text: 3000,
  section: { fields: 10, field: 2000 },
  header: 150,
  context: 10,
  actions: 25,
  image: { url: 3000, altText: 2000, title: 2000 },
  input: { label: 2000, hint: 2000 },
  markdown: 12_000,
  /** docs.slack.dev/reference/block-kit/blocks/table-block; `text` is of all cells together, and a message has one table. */
  table: { rows: 100, cells: 20, text: 10_000 },
  button: { text: 75, value: 2000, url: 3000, accessibilityLabel: 75 },
  confirm: { title: 100, text: 300, button: 30 },
  /** `value` is 75 in @slack/types and 150 elsewhere; the smaller holds everywhere. */
  option: { text: 75, value: 75, description: 75 },
  options: { select: 100, groups: 100, radio: 10, checkboxes: 10, overflow: 5 },
  placeholder: 150,
  plainTextInput: 3000,
} as const
