import { z } from 'zod'
import { filled, Id, some } from './composition.ts'
import { limits } from './limits.ts'
import { RichTextBlock } from './rich-text.ts'

const Cell = z.discriminatedUnion(
  'type',
  [
    RichTextBlock,
    z.strictObject({ type: z.literal('raw_text'), text: filled(limits.table.text) }),
    z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: filled(limits.table.text) }),
  ],
  'is no cell of a table',
)

const ColumnSettings = z.strictObject({
  align: z.enum(['left', 'center', 'right'], 'must be left, center or right').optional(),
  is_wrapped: z.boolean().optional(),
})

/** Only messages take it, and only one; its first row is the heading. */
export const TableBlock = z.strictObject({
  type: z.literal('table'),
  block_id: Id.optional(),
  rows: some(some(Cell, limits.table.cells), limits.table.rows),
  column_settings: some(ColumnSettings, limits.table.cells).optional(),
})
