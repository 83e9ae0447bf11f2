import { MenuButton } from '../menu-button.tsx'
import type { ElementOf } from './block.ts'
import type { ElementProps } from './press.ts'

export function OverflowElement({ element, blockId, onPress }: ElementProps<ElementOf<'overflow'>>) {
  return (
    <MenuButton
      label="More actions"
      items={element.options.map((option) => ({
        label: option.text.text,
        choose: () =>
          onPress?.({
            blockId,
            actionId: element.action_id,
            values: [option.value],
            ...(element.confirm ? { confirm: element.confirm } : {}),
          }),
      }))}
    />
  )
}
