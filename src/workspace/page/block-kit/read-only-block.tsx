import { Message, type Block as SlackBlock } from 'slack-blocks-to-jsx'
import type { RawBlock } from './block.ts'
import { BlockBoundary } from './block-boundary.tsx'

export interface Names {
  readonly users: { readonly id: string; readonly name: string }[]
  readonly channels: { readonly id: string; readonly name: string }[]
}

interface ReadOnlyBlockProps {
  readonly raw: RawBlock
  readonly names: Names
}

/** A block without controls. Its block_id would become a DOM id, repeated in every message, so it stays out. */
export function ReadOnlyBlock({ raw, names }: ReadOnlyBlockProps) {
  const { block_id: _, ...block } = raw
  return (
    <BlockBoundary>
      <Message withoutWrapper theme="light" name="" logo="" blocks={[block as SlackBlock]} data={names} />
    </BlockBoundary>
  )
}
