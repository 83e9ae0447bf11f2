import { useState } from 'react'
import type { PageState } from '../page-api.ts'
import { suggest } from './suggest.ts'

/** The suggestions for a draft, which of them is active, and how to move on or close them. */
export function useSuggestions(draft: string, state: PageState) {
  const [chosen, setChosen] = useState({ draft: '', index: 0 })
  const [closedFor, setClosedFor] = useState<string>()
  const suggestions = closedFor === draft ? [] : suggest(draft, state)
  const index = chosen.draft === draft ? chosen.index : 0
  const active = suggestions[index]
  return {
    suggestions,
    active,
    /** Whether choosing the active one would change the draft. */
    completing: active !== undefined && active.draft.trimEnd() !== draft.trimEnd(),
    move: (by: number) =>
      setChosen({ draft, index: (index + by + suggestions.length) % Math.max(suggestions.length, 1) }),
    close: () => setClosedFor(draft),
  }
}
