import { passwordName as name } from './announced-passwords.ts'
import { isEveryday } from './everyday-words.ts'
import type { Span } from './secret-hit.ts'
import { sentenceAround } from './sentence-around.ts'

const run = /[!-~]{6,}/g
const opening = /^["'`([{<]+/
const closing = /["'`)\]}>.,;:?]+$/

/** Letters and digits in one word, and none of the words everybody writes. */
function isShaped(word: string): boolean {
  return /\d/.test(word) && /[a-z]/i.test(word) && !isEveryday(word.replace(/!+$/, ''))
}

/** Both cases or a symbol besides: hardly ever anything but a password. */
const isStrong = (word: string): boolean =>
  /[!#$%^&*~+=]/.test(word) || (/[a-z]/.test(word) && /[A-Z]/.test(word))

/** Letters, digits and a sign in one word, as only passwords have them, whatever stands around it. */
function isBold(word: string): boolean {
  if (!/^[A-Za-z0-9][A-Za-z0-9!@#$^*~_-]{7,39}$/.test(word) || !/[A-Za-z].*[A-Za-z].*[A-Za-z]/.test(word))
    return false
  if (/^(?:invoice|order|contract|item|issue|bug|inc|option|line|number|request)#?\d+!*$/i.test(word))
    return false
  const signs = word.replace(/[A-Za-z0-9_-]/g, '')
  if (signs === '' || /@(?![\d!#$^*~]|$)/.test(word)) return false
  return !/^[A-Za-z0-9_-]+!+$/.test(word) || (/[a-z]/.test(word) && /[A-Z]/.test(word))
}

const named = new RegExp(name, 'i')

/** What stands right before a password, or right after it. */
const before = [
  new RegExp(`${name}\\s*[-–—,，:：=("“'「（]+\\s*$`, 'i'),
  /(?:密码|口令|密碼)[\p{Script=Han}]{0,8}\s*[:：]?\s*$/u,
  /[\w.+-]+@[\w-]+\.[\w.-]+\s*[/|,，:：\s]\s*$/,
  /\blog ?in\s+\S+\s*[/|]\s*$/i,
  /\[secret removed: password\]\s*(?:[,，、/]|or|and|then|和|或|跟)\s*$/,
]
const after = [
  new RegExp(`^["'”」]?,?\\s+(?:as|is|was|=)\\s+(?:(?:my|the|our|a)\\s+)?(?:[a-z-]+\\s+){0,2}?${name}`, 'i'),
  new RegExp(`^["'”」]?,\\s+(?:which is\\s+)?my\\s+(?:[a-z-]+\\s+)?${name}`, 'i'),
  /^["'”」]?\s*(?:就?是|为)[\p{Script=Han}]{0,6}(?:密码|口令|密碼)/u,
]
const typed =
  /(?:\b(?:tried|typed|entered|used|use|try|type|enter|input)(?: in)?(?: it| with)?|输入了?|试了?|填了?|用了?)\s*["'“「]?$/i
const names =
  /(?:\buser ?name|\buser|\baccount|\blogin|\bid|账号|帐号|用户名)\s*(?:is|was|:|=|：|是|为)?\s*$/i

function isGivenAway(word: string, lead: string, rest: string): boolean {
  if (names.test(lead)) return false
  if (isBold(word)) return true
  if (before.some((pattern) => pattern.test(lead)) || after.some((pattern) => pattern.test(rest))) return true
  const isNamed = named.test(lead) || named.test(rest)
  if (typed.test(lead)) return isNamed || isStrong(word)
  return isNamed && isStrong(word)
}

/**
 * Words of letters and digits that only their surroundings show to be passwords: "I tried Abc12345 as my password",
 * "lin.wei@example.com / Abc12345". In order, without overlaps.
 */
export function likelyPasswords(text: string): readonly Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(run)) {
    const start = match.index + (opening.exec(match[0])?.[0].length ?? 0)
    const word = text.slice(start, match.index + match[0].length).replace(closing, '')
    if (word.length < 6 || word.length > 60 || !isShaped(word)) continue
    const end = start + word.length
    const { lead, rest } = sentenceAround(text, start, end)
    const last = spans.at(-1)
    const goesOn =
      last !== undefined && /^\s*(?:[,，、/]|or|and|then|和|或|跟)\s*$/.test(text.slice(last.end, start))
    if (goesOn || isGivenAway(word, lead, rest)) spans.push({ start, end })
  }
  return spans
}
