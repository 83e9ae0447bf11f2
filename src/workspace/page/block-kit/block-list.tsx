import { useId, useState } from 'react'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { languageOf } from '../language-of.ts'
import { parseBlock, type RawBlock, textOf } from './block.ts'
import { InputField } from './input-field.tsx'
import { InteractiveElement } from './interactive-element.tsx'
import type { Press } from './press.ts'
import { type Names, ReadOnlyBlock } from './read-only-block.tsx'
import { Table } from './table.tsx'

interface BlockListProps {
  readonly blocks: readonly RawBlock[]
  readonly names: Names
  readonly errors?: Readonly<Record<string, string>>
  readonly onPress: (press: Press) => Promise<void>
}

interface OneBlockProps extends Omit<BlockListProps, 'blocks' | 'onPress'> {
  readonly raw: RawBlock
  readonly onPress: (press: Press) => void
}

function OneBlock({ raw, names, errors, onPress }: OneBlockProps) {
  const id = useId()
  const parsed = parseBlock(raw)
  switch (parsed.kind) {
    case 'text':
      return <ReadOnlyBlock raw={parsed.rest} names={names} />
    case 'table':
      return <Table block={parsed.block} names={names} />
    case 'input':
      return <InputField block={parsed.block} error={errors?.[parsed.block.block_id]} onPress={onPress} />
    case 'accessory':
      return (
        <div className="with-accessory">
          <ReadOnlyBlock raw={parsed.rest} names={names} />
          <InteractiveElement
            element={parsed.element}
            blockId={parsed.blockId}
            id={id}
            label={textOf(parsed.rest)}
            onPress={onPress}
          />
        </div>
      )
    case 'controls':
      return (
        <div className="controls">
          {parsed.block.elements.map((element, index) => (
            <InteractiveElement
              key={'action_id' in element ? element.action_id : index}
              element={element}
              blockId={parsed.block.block_id}
              id={`${id}-${index}`}
              label={'placeholder' in element ? element.placeholder?.text : undefined}
              onPress={onPress}
            />
          ))}
        </div>
      )
  }
}

/** Blocks of a message, modal or Home tab. One press at a time, each confirmed first where the block says so. */
export function BlockList({ blocks, names, errors, onPress }: BlockListProps) {
  const [asking, setAsking] = useState<Press>()
  const [busy, setBusy] = useState(false)
  const send = (press: Press): void => {
    if (busy) return
    setBusy(true)
    void onPress(press).finally(() => setBusy(false))
  }
  return (
    <div className="blocks" aria-busy={busy} lang={languageOf(blocks)}>
      {blocks.map((raw, index) => (
        <OneBlock
          key={typeof raw.block_id === 'string' && raw.block_id ? raw.block_id : index}
          raw={raw}
          names={names}
          {...(errors ? { errors } : {})}
          onPress={(press) => (press.confirm ? setAsking(press) : send(press))}
        />
      ))}
      {asking?.confirm && (
        <ConfirmDialog
          confirm={asking.confirm}
          onConfirm={() => {
            setAsking(undefined)
            send(asking)
          }}
          onDeny={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}
