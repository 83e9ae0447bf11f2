const names: ReadonlyMap<string, string> = new Map([
  ['✅', 'white_check_mark'],
  ['⚠️', 'warning'],
])

/** Emoji that this page draws, by their names, which is how Slack keeps them. */
export function namedEmoji(text: string): string {
  return text.replaceAll(/✅|⚠️/gu, (emoji) => `:${names.get(emoji)}:`)
}
