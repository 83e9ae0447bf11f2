import { stringsNamed } from '../../../src/block-kit/payload-issues.ts'

/** What Slack would read as a mention, a link or a command in mrkdwn or in a message's text, save mentions of members by id. */
export function liveSequences(text: string): string[] {
  return text.match(/<(?!@[UW][A-Z0-9]+>)[^\s]{0,20}/g) ?? []
}

interface Loose {
  readonly [key: string]: unknown
}

/** Every string of a payload's mrkdwn objects. */
export function mrkdwnStrings(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { type, text }: Loose = { ...value }
  const own = type === 'mrkdwn' && typeof text === 'string' ? [text] : []
  return [...own, ...Object.values(value).flatMap(mrkdwnStrings)]
}

/** Every address that can be followed. */
export function followable(value: unknown): string[] {
  return stringsNamed('url', value).map((found) => found.value)
}
