import { Message, type Block as SlackBlock } from 'slack-blocks-to-jsx'
import type { RawBlock } from './block.ts'
import { BlockBoundary } from './block-boundary.tsx'
import { literalBlock, statusMarks } from './literal-text.ts'

export interface Names {
  readonly users: { readonly id: string; readonly name: string }[]
  readonly channels: { readonly id: string; readonly name: string }[]
  readonly user_groups: { readonly id: string; readonly name: string }[]
}

function statusMark(name: string) {
  const mark = statusMarks[name]
  return mark === undefined ? undefined : <span className={`status-mark ${name}`}>{mark}</span>
}

interface ReadOnlyBlockProps {
  readonly raw: RawBlock
  readonly names: Names
}

/** A block without controls. */
export function ReadOnlyBlock({ raw, names }: ReadOnlyBlockProps) {
  return (
    <BlockBoundary>
      <Message
        withoutWrapper
        theme="light"
        name=""
        logo=""
        blocks={[literalBlock(raw) as SlackBlock]}
        data={names}
        hooks={{ emoji: (data, parse) => statusMark(data.name) ?? parse(data) }}
      />
    </BlockBoundary>
  )
}
