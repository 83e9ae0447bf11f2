import { bare, isAddressOrCount } from './everyday-words.ts'
import { holdsTogether, isChineseRemark, isKnown, isPlain } from './plain-words.ts'

/** As far as a passphrase is followed. */
const longest = 80
const quoted = /^(?:"[^"\n]{1,60}"|'[^'\n]{1,60}'|“[^”\n]{1,60}”|「[^」\n]{1,60}」|`[^`\n]{1,60}`)/
const asciiWord = /^[^\s,;"，。；、！？“”\u0080-\uffff]{1,60}/
const chineseWords = /^[\p{L}\p{N}][^\s,;，。；、！？!?“”"]{1,29}/u
const counts =
  /^\s*(?:位|个|次|分钟|小时|天|月|年|封|人|characters?|chars?|digits?|letters?|times?|days?|weeks?|months?|years?|minutes?|hours?|%)/i
const joiners = new Set(
  'and or the of in on a with to for under over at from by behind above into near'.split(' '),
)

const isPlainCompound = (word: string): boolean =>
  word.split('-').every((part) => part === '' || isPlain(part))

/** Each word with where it ends. */
type Words = readonly (readonly [string, number])[]

/** The words from here to the end of the clause. */
function wordsOf(rest: string): Words {
  const found: (readonly [string, number])[] = []
  const next = /[ \t\u3000]*([A-Za-z][A-Za-z'’-]*|\d+)(?=[\s,.;:!?，。；、！？)"”'\u4e00-\u9fff]|$)/y
  for (let match = next.exec(rest); match !== null && found.length < 8; match = next.exec(rest)) {
    found.push([match[1] ?? '', next.lastIndex])
    if (!/^[ \t\u3000]/.test(rest.slice(next.lastIndex))) break
  }
  return found
}

/** Goes on behind a password, and not behind a word that only describes it. */
const goesOnAfter = new Set(
  "and but or can can't cannot could please pls plz it it's i i'm i've is isn't does doesn't did didn't which so because thank thanks if what why until but though however you my when where works worked says said not".split(
    ' ',
  ),
)

/** Whether the words go on as behind an adjective: "awful to type", "tied to Windows". */
function isDescribed(words: Words): boolean {
  const [head = '', next] = words.map(([word]) => word)
  return next !== undefined && /^(?:[a-z-]+|[A-Z]{2,5})$/.test(head) && !goesOnAfter.has(next.toLowerCase())
}

function isNew(words: Words, at: number): boolean {
  const word = words[at]?.[0]
  return word !== undefined && !/^\d{1,3}$/.test(word) && !isPlainCompound(word)
}

/** How many words more than the first belong to a passphrase that begins with a word of its own. */
function lengthOfPhrase(words: Words): number {
  let last = 0
  for (;;) {
    const word = words[last + 1]?.[0]
    if (word === undefined) return last
    const endsOrGoesOn = last + 2 >= words.length || isNew(words, last + 2)
    if (isNew(words, last + 1) || /^\d+$/.test(word) || (last > 0 && !isKnown(word) && endsOrGoesOn))
      last += 1
    else if (joiners.has(word) && isNew(words, last + 2)) last += 2
    else return last
  }
}

/** Where a passphrase ends that begins here, or undefined where the words only say something about a secret. */
function passphraseEnd(rest: string): number | undefined {
  const words = wordsOf(rest)
  if (/^(?:password|admin|welcome|test|guest|root)\s*(?:[,.;!?，。；！？\n]|$)/i.test(rest))
    return words[0]?.[1]
  if (/^i (?:love|hate|like|miss) \w/i.test(rest)) return words.at(-1)?.[1]
  if (isNew(words, 0)) {
    const last = lengthOfPhrase(words)
    return last === 0 && isDescribed(words) ? undefined : words[last]?.[1]
  }
  const stop = words.findIndex(([word]) => holdsTogether(word))
  const run = stop < 0 ? words : words.slice(0, stop)
  const fresh = run.filter((_, at) => isNew(words, at)).length
  return run.length >= 3 && fresh >= 2 ? run.at(-1)?.[1] : undefined
}

function asciiEnd(rest: string): number | undefined {
  const raw = asciiWord.exec(rest)?.[0] ?? ''
  const lead = raw.length - raw.replace(/^[("'`[{<]+/, '').length
  const word = bare(raw)
  if (word === '' || isAddressOrCount(word)) return undefined
  const end = lead + word.length
  if (/^\d+$/.test(word)) return word.length < 4 || counts.test(rest.slice(end)) ? undefined : end
  if (/\d|[^A-Za-z'’\-!?.…]/.test(word)) return word.length >= 2 && /[A-Za-z0-9]/.test(word) ? end : undefined
  if (/[A-Za-z][.!?]+[A-Za-z]/.test(word)) return end
  return passphraseEnd(rest)
}

/**
 * How many characters of `text` from `at` on are the secret that was announced just before: 0 where what follows only
 * says something about it ("is wrong", 是错的). A passphrase of several words counts as a whole.
 */
export function saidValue(text: string, at: number): number {
  const rest = text.slice(at, at + longest)
  if (rest.startsWith('[secret removed')) return 0
  const quote = quoted.exec(rest)?.[0]
  if (quote !== undefined) {
    const inner = quote.slice(1, -1).trim()
    const isRemark = inner.split(/\s+/).every((word) => isPlainCompound(bare(word))) || isChineseRemark(inner)
    return isRemark && !/\d/.test(inner) ? 0 : quote.length
  }
  if (/^[!-~]/.test(rest)) return asciiEnd(rest) ?? 0
  const value = chineseWords.exec(rest)?.[0] ?? ''
  const said = value.length > 3 ? value.replace(/[了吧啊]$/, '') : value
  return value === '' || isChineseRemark(said) ? 0 : said.length
}
