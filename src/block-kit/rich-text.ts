import { z } from 'zod'
import { filled, Id } from './composition.ts'
import { limits } from './limits.ts'

const style = {
  style: z
    .strictObject({
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
      strike: z.boolean().optional(),
      code: z.boolean().optional(),
    })
    .optional(),
}

const Text = z.strictObject({ type: z.literal('text'), text: filled(limits.message.blocksText), ...style })
const Link = z.strictObject({
  type: z.literal('link'),
  url: z.string().max(limits.button.url).refine(URL.canParse, 'must be an address'),
  text: filled(limits.text).optional(),
  unsafe: z.boolean().optional(),
  ...style,
})

const Inline = z.discriminatedUnion(
  'type',
  [
    Text,
    Link,
    z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/), ...style }),
    z.strictObject({
      type: z.literal('usergroup'),
      usergroup_id: z.string().regex(/^S[A-Z0-9]+$/),
      ...style,
    }),
    z.strictObject({ type: z.literal('channel'), channel_id: z.string().regex(/^[CG][A-Z0-9]+$/), ...style }),
    z.strictObject({ type: z.literal('emoji'), name: filled(limits.id), unicode: z.string().optional() }),
    z.strictObject({
      type: z.literal('date'),
      timestamp: z.int(),
      format: filled(limits.id),
      url: z.string().optional(),
      fallback: z.string().optional(),
      ...style,
    }),
  ],
  'is no element of rich text',
)

const inlines = z.array(Inline).min(1, 'must not be empty')
const border = { border: z.literal([0, 1]).optional() }

const Section = z.strictObject({ type: z.literal('rich_text_section'), elements: inlines })

/** User-like text; needs no escaping, because nothing in it is read as a command. */
export const RichTextBlock = z.strictObject({
  type: z.literal('rich_text'),
  block_id: Id.optional(),
  elements: z
    .array(
      z.discriminatedUnion(
        'type',
        [
          Section,
          z.strictObject({
            type: z.literal('rich_text_list'),
            style: z.enum(['bullet', 'ordered']),
            elements: z.array(Section).min(1, 'must not be empty'),
            indent: z.int().min(0).max(8).optional(),
            offset: z.int().min(0).optional(),
            ...border,
          }),
          z.strictObject({ type: z.literal('rich_text_quote'), elements: inlines, ...border }),
          z.strictObject({
            type: z.literal('rich_text_preformatted'),
            elements: z.array(z.discriminatedUnion('type', [Text, Link])).min(1, 'must not be empty'),
            ...border,
          }),
        ],
        'is no part of rich text',
      ),
    )
    .min(1, 'must not be empty'),
})
