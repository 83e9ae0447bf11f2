import { bare, isAddressOrCount } from './everyday-words.ts'
import { holdsTogether, isChineseRemark, isPlain } from './plain-words.ts'

/** As far as a passphrase is followed. */
const longest = 80
const quoted = /^(?:"[^"\n]{1,60}"|'[^'\n]{1,60}'|“[^”\n]{1,60}”|「[^」\n]{1,60}」|`[^`\n]{1,60}`)/
const asciiWord = /^[^\s,;"，。；、！？“”\u0080-\uffff]{1,60}/
const chineseWords = /^[^\s,;，。；、！？!?“”"]{2,30}/
const counts =
  /^\s*(?:位|个|次|分钟|小时|天|月|年|封|人|characters?|chars?|digits?|letters?|times?|days?|weeks?|months?|years?|minutes?|hours?|%)/i
const joiners = new Set(
  'and or the of in on a with to for under over at from by behind above into near'.split(' '),
)

const isPlainCompound = (word: string): boolean =>
  word.split('-').every((part) => part === '' || isPlain(part))

/** The words from here to the end of the clause, as [word, end]. */
function wordsOf(rest: string): (readonly [string, number])[] {
  const found: (readonly [string, number])[] = []
  const next = /[ \t\u3000]*([A-Za-z][A-Za-z'’-]*|\d+)(?=[\s,.;:!?，。；、！？)"”'\u4e00-\u9fff]|$)/y
  for (let match = next.exec(rest); match !== null && found.length < 8; match = next.exec(rest)) {
    found.push([match[1] ?? '', next.lastIndex])
    if (!/^[ \t\u3000]/.test(rest.slice(next.lastIndex))) break
  }
  return found
}

/** Where a passphrase ends that begins here, or undefined where the words only say something about a secret. */
function passphraseEnd(rest: string): number | undefined {
  const words = wordsOf(rest)
  const isNew = (at: number): boolean => {
    const word = words[at]?.[0]
    return word !== undefined && !/^\d{1,3}$/.test(word) && !isPlainCompound(word)
  }
  const endAt = (at: number): number | undefined => words[at]?.[1]
  if (/^(?:password|admin|welcome|test|guest|root)\s*(?:[,.;!?，。；！？\n]|$)/i.test(rest)) return endAt(0)
  if (/^i (?:love|hate|like|miss) \w/i.test(rest)) return endAt(words.length - 1)
  if (isNew(0)) {
    let last = 0
    while (last + 1 < words.length) {
      const word = words[last + 1]?.[0] ?? ''
      if (isNew(last + 1) || /^\d+$/.test(word)) last += 1
      else if (joiners.has(word) && isNew(last + 2)) last += 2
      else break
    }
    return endAt(last)
  }
  const stop = words.findIndex(([word]) => holdsTogether(word))
  const run = stop < 0 ? words : words.slice(0, stop)
  const fresh = run.filter((_, at) => isNew(at)).length
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
  return value === '' || isChineseRemark(value) ? 0 : value.length
}
