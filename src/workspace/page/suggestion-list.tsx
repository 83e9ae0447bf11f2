import type { Suggestion } from './suggest.ts'

interface SuggestionListProps {
  readonly id: string
  readonly suggestions: readonly Suggestion[]
  readonly active: Suggestion | undefined
  readonly onChoose: (suggestion: Suggestion) => void
}

export function suggestionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

/** What can be completed, above the message box; the keys stay with the box, the mouse may choose here. */
export function SuggestionList({ id, suggestions, active, onChoose }: SuggestionListProps) {
  return (
    <>
      <p className="for-screen-readers" role="status">
        {active && `${active.label}. ${active.description}`}
      </p>
      {suggestions.length > 0 && (
        <div id={id} className="suggestions" role="listbox" aria-label="Suggestions">
          {suggestions.map((suggestion, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the message box keeps the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: Tab and Enter in the message box choose
            <div
              key={suggestion.label}
              id={suggestionId(id, index)}
              role="option"
              aria-selected={suggestion === active}
              className="suggestion"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(suggestion)}
            >
              <b>{suggestion.label}</b>
              <span className="quiet">{suggestion.description}</span>
            </div>
          ))}
        </div>
      )}
    </>
  )
}
