import { saidValue } from './said-value.ts'
import type { Hit } from './secret-hit.ts'

/** What people call a password, in English and Chinese; not inside longer words. */
export const passwordName =
  '(?:(?<![A-Za-z0-9])(?:pass ?words?|pass ?codes?|pass ?phrases?|passwd|passw|pwd?|pass|psw|pswd|pasword|passwrod|passowrd|passwort|pin|mima)(?![A-Za-z0-9])|密码短语|密码|口令|密碼|授权码|PIN码)'

const adverb =
  '(?:(?:still|now|currently|just|always|really|simply|probably|maybe|actually|definitely|i think|i believe)\\s+)?'
const ofWhat =
  "(?: (?:for|of|to|on) (?:[\\w.@'-]{1,40} ){0,3}?[\\w.@-]{1,40}| (?:that |which )?(?:i|we|you|he|she|they) (?:[a-z']{1,12} ){0,2}?(?:use|used|set|chose|have|had|typed|tried|remember|wrote|got|gave|know|made|picked|texted|sent|told|received)(?: (?:me|us|up|down|in|there|for it))?)?"
const decoration = '["\'*_`”」）)]{0,3}'

/** What leads from the name to the password itself. */
const saying = [
  '\\s{0,3}(?:[:=]{1,2}>?|->|→)\\s{0,3}[*_]{0,2}',
  `\\s{1,3}(?:is|was|are|were|being|used to be|(?:was |is |has been |now )?(?:set|changed|reset) to)\\s{0,2}:?\\s{1,3}${adverb}`,
  '(?:[嘛呢啊][,，])?(?:我记得的?|我想|我猜|我的?)?\\s{0,3}(?:(?:一直|应该|好像|可能|大概|当时)?(?:就是|是|为|[设填输用写]的是|改成了?|改为|设成了?|设为|设置为|設為|设置成|换成了?|重置成|重置为)|is\\b)\\s{0,3}:?\\s{0,3}',
]

const announcements: readonly RegExp[] = [
  new RegExp(`${passwordName}${decoration}${ofWhat}(?:${saying.join('|')})`, 'gi'),
  new RegExp(`${passwordName}['’]s\\s{1,3}`, 'gi'),
]

/** A second one, in Chinese; English ones go on as a passphrase does. */
const another = /^\s?(?:和|或者?|跟|、)\s?[!-~]{3,60}/

/** Passwords and passphrases behind words that announce them: "my password is …", 密码是…, `pwd=…`. */
export function announcedPasswords(text: string): readonly Hit[] {
  return announcements.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const start = match.index + match[0].length
      const length = saidValue(text, start)
      if (length === 0) return []
      const more = another.exec(text.slice(start + length, start + length + 80))?.[0].length ?? 0
      return [{ start, end: start + length + more, kind: 'password' as const }]
    }),
  )
}
