import type { GuideNode, Place, ScreenMessage } from './guide.ts'

/** Chinese is compared character by character, everything else word by word. */
const word = /\p{Script=Han}|[\p{Script=Latin}\p{N}]+/gu
/** One way of writing for what people and pages write in two. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/[帐账][户号]/g, '账号'],
  [/登陆|登錄|登入/g, '登录'],
  [/\blog[\s-]?on\b/g, 'log in'],
]
/** A longer message tells a story that quotes the page in passing; what it is about is for the model to say. */
const mostWords = 80
const longestText = 2000

/** Words with a space around each, so that one text contains another only in whole words. */
function spelled(text: string): { readonly words: string; readonly count: number } {
  const plain = spellings.reduce(
    (said, [pattern, by]) => said.replace(pattern, by),
    text.slice(0, longestText).normalize('NFKC').toLowerCase(),
  )
  const found = plain.match(word) ?? []
  return { words: ` ${found.join(' ')} `, count: found.length }
}

/** The form in which messages are compared: its words, parted by spaces. */
export function screenKey(text: string): string {
  return spelled(text).words
}

/** The messages that lead to one node. */
export function screenMessages(node: Pick<GuideNode, 'on_screen'>, place: Place): readonly ScreenMessage[] {
  const { en = [], zh = [], says } = node.on_screen ?? {}
  return [...en, ...zh].map((message) => ({ words: screenKey(message), place, says }))
}

/**
 * Where a text leads that quotes a message of the log-in page: to the place of the longest one in it, whatever its
 * punctuation, width or case. Undefined where it quotes none, or has more than 80 words. Total: takes every string.
 */
export function matchScreen(messages: readonly ScreenMessage[], text: string): Place | undefined {
  const said = spelled(text)
  if (said.count > mostWords) return undefined
  const quoted = messages.filter(({ words }) => said.words.includes(words))
  return quoted.toSorted((a, b) => b.words.length - a.words.length)[0]?.place
}
