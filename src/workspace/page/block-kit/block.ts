import { z } from 'zod'

const Text = z.object({ text: z.string() })
const Option = z.object({ text: Text, value: z.string().default(''), description: Text.optional() })
export type Option = z.infer<typeof Option>

export const Confirm = z.object({
  title: Text,
  text: Text,
  confirm: Text,
  deny: Text,
  style: z.enum(['primary', 'danger']).optional(),
})
export type Confirm = z.infer<typeof Confirm>

const acting = { action_id: z.string(), confirm: Confirm.optional() }
const placeholder = Text.optional()
const options = z.array(Option)

const Button = z.object({
  type: z.literal('button'),
  ...acting,
  text: Text,
  url: z.string().optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().optional(),
})
const Overflow = z.object({ type: z.literal('overflow'), ...acting, options })
const StaticSelect = z.object({
  type: z.literal('static_select'),
  ...acting,
  placeholder,
  options: options.optional(),
  option_groups: z.array(z.object({ label: Text, options })).optional(),
  initial_option: Option.optional(),
})
const UsersSelect = z.object({
  type: z.literal('users_select'),
  ...acting,
  placeholder,
  initial_user: z.string().optional(),
})
const RadioButtons = z.object({
  type: z.literal('radio_buttons'),
  ...acting,
  options,
  initial_option: Option.optional(),
})
const Checkboxes = z.object({
  type: z.literal('checkboxes'),
  ...acting,
  options,
  initial_options: options.optional(),
})
const TextInput = z.object({
  type: z.enum(['plain_text_input', 'email_text_input', 'url_text_input']),
  action_id: z.string(),
  placeholder,
  initial_value: z.string().optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
  focus_on_load: z.boolean().optional(),
})
const DatePicker = z.object({
  type: z.literal('datepicker'),
  ...acting,
  initial_date: z.string().optional(),
})

const Element = z.discriminatedUnion('type', [
  Button,
  Overflow,
  StaticSelect,
  UsersSelect,
  RadioButtons,
  Checkboxes,
  TextInput,
  DatePicker,
])
type Element = z.infer<typeof Element>
export type ElementOf<T extends Element['type']> = Extract<Element, { type: T }>

/** An element this page does not know stays visible as such, never silently missing. */
const AnyElement = Element.or(
  z.object({ type: z.string() }).transform((each) => ({ type: 'unknown' as const, name: each.type })),
)
export type AnyElement = z.infer<typeof AnyElement>

const blockId = z.string().default('')
const ActionsBlock = z.object({
  type: z.literal('actions'),
  block_id: blockId,
  elements: z.array(AnyElement),
})
const InputBlock = z.object({
  type: z.literal('input'),
  block_id: blockId,
  label: Text,
  element: AnyElement,
  hint: Text.optional(),
  optional: z.boolean().default(false),
  dispatch_action: z.boolean().default(false),
})
const SectionBlock = z.object({
  type: z.literal('section'),
  block_id: blockId,
  accessory: Element,
})
const TextCell = z
  .object({ type: z.enum(['raw_text', 'raw_number']), text: z.string() })
  .transform(({ text }) => ({ kind: 'text' as const, text }))
const RichCell = z.looseObject({ type: z.string() }).transform((rich) => ({ kind: 'rich' as const, rich }))
const TableBlock = z.object({
  type: z.literal('table'),
  rows: z.array(z.array(TextCell.or(RichCell))).min(1),
  column_settings: z
    .array(z.object({ align: z.enum(['left', 'center', 'right']).default('left') }).nullable())
    .default([]),
})
export type TableBlock = z.infer<typeof TableBlock>

const InteractiveBlock = z.discriminatedUnion('type', [ActionsBlock, InputBlock, SectionBlock, TableBlock])
export type InputBlock = z.infer<typeof InputBlock>
type ActionsBlock = z.infer<typeof ActionsBlock>

export type RawBlock = Readonly<Record<string, unknown>>

/** A block as this page shows it: controls and tables by our own components, all else by the library. */
export type Block =
  | { readonly kind: 'controls'; readonly block: ActionsBlock }
  | { readonly kind: 'input'; readonly block: InputBlock }
  | {
      readonly kind: 'accessory'
      readonly blockId: string
      readonly element: Element
      readonly rest: RawBlock
    }
  | { readonly kind: 'table'; readonly block: TableBlock }
  | { readonly kind: 'text'; readonly rest: RawBlock }

export function parseBlock(raw: RawBlock): Block {
  const parsed = InteractiveBlock.safeParse(raw)
  if (!parsed.success) return { kind: 'text', rest: raw }
  const block = parsed.data
  switch (block.type) {
    case 'actions':
      return { kind: 'controls', block }
    case 'input':
      return { kind: 'input', block }
    case 'table':
      return { kind: 'table', block }
    case 'section': {
      const { accessory: _, ...rest } = raw
      return { kind: 'accessory', blockId: block.block_id, element: block.accessory, rest }
    }
  }
}

const WithText = z.object({ text: Text })

/** The plain words of a section: the label of a control that stands beside it. */
export function textOf(raw: RawBlock): string {
  const parsed = WithText.safeParse(raw)
  return parsed.success ? parsed.data.text.text.replaceAll(/[*_~`]/g, '').slice(0, 150) : 'Choose'
}

const View = z.object({
  title: Text.optional(),
  submit: Text.optional(),
  close: Text.optional(),
  blocks: z.array(z.record(z.string(), z.unknown())).default([]),
})
type View = z.infer<typeof View>

/** A modal or Home tab; what is not one shows nothing rather than breaking the page. */
export function parseView(raw: RawBlock): View {
  const parsed = View.safeParse(raw)
  return parsed.success ? parsed.data : { blocks: [] }
}
