import { chineseTerms, englishTerms, simplifiedOf } from './canonical-terms.ts'
import { removedSecret } from './secret-mark.ts'

/** Characters read of a message; what follows adds nothing and costs time. */
export const longestText = 2000

const slackMarkup: readonly (readonly [RegExp, string])[] = [
  [/<[@#!][^<>]*>/g, ' '],
  [/<mailto:[^<>]*>/gi, ' xemail '],
  [/<https?:[^<>]*>/gi, ' xurl '],
  [/:[a-z][a-z0-9_+-]*:/gi, ' '],
]

const masked: readonly (readonly [RegExp, string])[] = [
  // Begins only where such a run begins: tried at each of its characters it would be quadratic.
  [/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, ' xemail '],
  [/\bhttps?:\/\/\S+|\bwww\.\S+/g, ' xurl '],
  [/\b\d{1,4}\b(?=\s*(?:minutes?|mins?|hours?|hrs?|days?|times?|weeks?|分钟|小时|天|次))/g, ' xnum '],
  [/(?!(?:163|126)邮)(?:\b\d{3,}\b|\d{4,})/g, ' xnum '],
]

const traditional = new RegExp(`[${[...simplifiedOf.keys()].join('')}]`, 'g')

function apply(text: string, replacements: readonly (readonly [RegExp, string])[]): string {
  return replacements.reduce((current, [pattern, by]) => current.replace(pattern, by), text)
}

/**
 * A message in the form the features are taken from: lower case, one width, Simplified Chinese, without
 * Slack markup or marks of removed secrets, with addresses, links and numbers masked and synonyms brought to one word.
 * Reads the first 2,000 characters and gives no more than that, though one width and synonyms can make text longer.
 * Total: takes every string.
 */
export function normalize(text: string): string {
  const plain = apply(text.replaceAll(removedSecret, ' ').slice(0, longestText), slackMarkup)
    .normalize('NFKC')
    .slice(0, longestText)
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
  const simple = apply(plain, masked).replace(
    traditional,
    (character) => simplifiedOf.get(character) ?? character,
  )
  return apply(apply(simple, englishTerms), chineseTerms).replace(/\s+/g, ' ').trim().slice(0, longestText)
}
