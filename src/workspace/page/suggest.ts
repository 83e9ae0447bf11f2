import type { PageState } from '../page-api.ts'

export interface Suggestion {
  /** What the draft becomes when it is chosen. */
  readonly draft: string
  readonly label: string
  readonly description: string
}

/** What may be meant by the draft so far: a slash command at its start, the app behind its last `@`. */
export function suggest(draft: string, state: Pick<PageState, 'commands' | 'users'>): Suggestion[] {
  if (draft.startsWith('/') && !draft.includes('\n')) {
    const word = draft.split(' ', 1)[0] ?? ''
    const typing = !draft.includes(' ')
    return state.commands
      .filter(({ command }) => (typing ? command.startsWith(word) : command === word))
      .map(({ command, description, usageHint }) => ({
        draft: typing ? `${command} ` : draft,
        label: `${command} ${usageHint}`.trim(),
        description,
      }))
  }
  const mention = /(^|\s)@([^\s@]*)$/.exec(draft)
  if (!mention) return []
  const begun = (mention[2] ?? '').toLowerCase()
  const before = draft.slice(0, draft.length - begun.length)
  return state.users
    .filter(({ role, realName }) => role === 'bot' && realName.toLowerCase().startsWith(begun))
    .map(({ realName, title }) => ({
      draft: `${before}${realName} `,
      label: `@${realName}`,
      description: title,
    }))
}
