/** Where a secret stands in a text, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

const run = /[!-~]{6,}/g
const opening = /^["'`([{<]+/
const closing = /["'`)\]}>.,;:?]+$/

/** Words with letters and digits that everybody writes: products, references, dates, counts, hosts and files. */
const everyday = [
  /^(?:microsoft|office|outlook|windows|win|mac|iphone|ipad|ios|android|harmony|huawei|mate|xiaomi|redmi|oppo|vivo|honor|samsung|galaxy|pixel|foxmail|thunderbird|chrome|firefox|edge|safari|dingtalk|wechat|alimail|aliyun|thinkpad|dell|lenovo|server|exchange|room|floor|building|desk|user|version|error|code|ticket|case|step|imap|smtp|pop3|tls|sha|wi-?fi|word|excel|vpn|covid)[\w.#:+-]*$/i,
  /^[A-Z]{1,6}[-#]?\d+$/,
  /^\d+(?:%|st|nd|rd|th|x|h|hrs?|hours?|mins?|minutes?|days?|times|digits?|characters?|chars?|am|pm|gb|mb|kb)/i,
  /^\d{1,2}[a-z]{3,9}\d{2,4}$/i,
  /^[@#]|:\/\/|^www\.|@.*\./,
  /^[\w-]+(?:\.[a-z0-9-]+)+$/,
]

/** Letters and digits in one word, and none of the words everybody writes. */
function isShaped(word: string): boolean {
  return /\d/.test(word) && /[a-z]/i.test(word) && !everyday.some((pattern) => pattern.test(word))
}

/** Both cases or a symbol besides: hardly ever anything but a password. */
const isStrong = (word: string): boolean =>
  /[!#$%^&*~+=]/.test(word) || (/[a-z]/.test(word) && /[A-Z]/.test(word))

const name =
  '(?:\\b(?:pass ?words?|passcodes?|passwd|passw|pwd?|pass|psw|pswd|pasword|passwrod|passowrd|mima)\\b|密码|口令|密碼)'
const named = new RegExp(name, 'i')

/** What stands right before a password, or right after it. */
const before = [
  new RegExp(`${name}\\s*[-–—,，:：=("“'「（]+\\s*$`, 'i'),
  /(?:密码|口令|密碼)[\p{Script=Han}]{0,8}\s*[:：]?\s*$/u,
  /[\w.+-]+@[\w-]+\.[\w.-]+\s*[/|,，:：\s]\s*$/,
  /\blog ?in\s+\S+\s*[/|]\s*$/i,
  /\[secret removed\]\s*(?:[,，、/]|or|and|then|和|或|跟)\s*$/,
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

/** The same sentence, this far at most. */
const nearby = 60
const endOfSentence = /[\n。？！；]|[.?!;](?:\s|$)/

function sentenceBefore(text: string, start: number): string {
  return (
    text
      .slice(Math.max(0, start - nearby), start)
      .split(endOfSentence)
      .at(-1) ?? ''
  )
}

function isGivenAway(word: string, lead: string, rest: string): boolean {
  if (names.test(lead)) return false
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
    const lead = sentenceBefore(text, start)
    const rest = text.slice(end, end + nearby).split(endOfSentence)[0] ?? ''
    const last = spans.at(-1)
    const goesOn =
      last !== undefined && /^\s*(?:[,，、/]|or|and|then|和|或|跟)\s*$/.test(text.slice(last.end, start))
    if (goesOn || isGivenAway(word, lead, rest)) spans.push({ start, end })
  }
  return spans
}
