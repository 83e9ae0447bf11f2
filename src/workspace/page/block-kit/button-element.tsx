import type { ElementOf } from './block.ts'
import type { ElementProps } from './press.ts'

/** A button; one with a `url` is a link, and presses as well, as in Slack. */
export function ButtonElement({ element, blockId, onPress }: ElementProps<ElementOf<'button'>>) {
  const className = `button ${element.style ?? ''}`
  const press = (): void =>
    onPress?.({
      blockId,
      actionId: element.action_id,
      ...(element.confirm ? { confirm: element.confirm } : {}),
    })
  if (element.url)
    return (
      <a className={className} href={element.url} target="_blank" rel="noreferrer" onClick={press}>
        {element.text.text}
        <span className="for-screen-readers"> (opens in a new tab)</span>
      </a>
    )
  return (
    <button type="button" className={className} aria-label={element.accessibility_label} onClick={press}>
      {element.text.text}
    </button>
  )
}
