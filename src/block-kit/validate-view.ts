import { z } from 'zod'
import { HomeBlock, ModalBlock } from './blocks.ts'
import { Id, plainText } from './composition.ts'
import type { BlockKitIssue } from './issue.ts'
import { limits } from './limits.ts'
import { repeated, schemaIssues } from './payload-issues.ts'

const blocksOf = <T extends z.ZodType>(block: T): z.ZodArray<T> =>
  z.array(block).max(limits.view.blocks, `must have at most ${limits.view.blocks} items`)

const shared = {
  private_metadata: z
    .string()
    .max(limits.view.privateMetadata, `must be at most ${limits.view.privateMetadata} characters`)
    .optional(),
  callback_id: z.string().max(limits.id).optional(),
  external_id: Id.optional(),
}

const HomePayload = z.strictObject({ type: z.literal('home'), blocks: blocksOf(HomeBlock), ...shared })

const ModalPayload = z
  .strictObject({
    type: z.literal('modal'),
    title: plainText(limits.view.title),
    submit: plainText(limits.view.button).optional(),
    close: plainText(limits.view.button).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    blocks: blocksOf(ModalBlock),
    ...shared,
  })
  .refine((view) => view.submit !== undefined || view.blocks.every((block) => block.type !== 'input'), {
    path: ['submit'],
    message: 'is required where there are inputs',
  })

const ViewPayload = z.discriminatedUnion(
  'type',
  [HomePayload, ModalPayload],
  'must be a modal or a home view',
)

/** Strings called `action_id` may repeat in a view, but not within one block. */
function repeatedInBlocks(view: unknown): BlockKitIssue[] {
  const blocks = z.object({ blocks: z.array(z.unknown()) }).safeParse(view).data?.blocks ?? []
  return blocks.flatMap((block, index) => repeated('action_id', block, ['blocks', index]))
}

/** What Slack would refuse in a modal or a Home tab. An empty list means the view is fine. */
export function validateView(view: unknown): readonly BlockKitIssue[] {
  return [...schemaIssues(ViewPayload, view), ...repeatedInBlocks(view), ...repeated('block_id', view, [])]
}
