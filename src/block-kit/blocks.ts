import { z } from 'zod'
import { anyText, filled, Id, plainText, some } from './composition.ts'
import { Accessory, ActionsElement, ContextElement, InputElement } from './elements.ts'
import { limits } from './limits.ts'
import { RichTextBlock } from './rich-text.ts'
import { TableBlock } from './table.ts'

const block = { block_id: Id.optional() }

const SectionBlock = z
  .strictObject({
    type: z.literal('section'),
    ...block,
    text: anyText(limits.text).optional(),
    fields: some(anyText(limits.section.field), limits.section.fields).optional(),
    accessory: Accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((section) => section.text !== undefined || section.fields !== undefined, {
    path: ['text'],
    message: 'is required where there are no fields',
  })

/** Blocks that every surface takes. */
const everywhere = [
  SectionBlock,
  z.strictObject({ type: z.literal('header'), ...block, text: plainText(limits.header) }),
  z.strictObject({ type: z.literal('divider'), ...block }),
  z.strictObject({
    type: z.literal('context'),
    ...block,
    elements: some(ContextElement, limits.context),
  }),
  z.strictObject({
    type: z.literal('actions'),
    ...block,
    elements: some(ActionsElement, limits.actions),
  }),
  z.strictObject({
    type: z.literal('image'),
    ...block,
    image_url: z.string().max(limits.image.url).refine(URL.canParse, 'must be an address'),
    alt_text: filled(limits.image.altText),
    title: plainText(limits.image.title).optional(),
  }),
  z.strictObject({
    type: z.literal('input'),
    ...block,
    label: plainText(limits.input.label),
    hint: plainText(limits.input.hint).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: InputElement,
  }),
  RichTextBlock,
] as const

const MarkdownBlock = z.strictObject({
  type: z.literal('markdown'),
  ...block,
  text: filled(limits.markdown),
})

const AlertBlock = z.strictObject({
  type: z.literal('alert'),
  ...block,
  text: anyText(limits.text),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
})

export const MessageBlock = z.discriminatedUnion(
  'type',
  [...everywhere, MarkdownBlock, TableBlock],
  'is no block of a message',
)
export const HomeBlock = z.discriminatedUnion('type', everywhere, 'is no block of a Home tab')
export const ModalBlock = z.discriminatedUnion('type', [...everywhere, AlertBlock], 'is no block of a modal')
