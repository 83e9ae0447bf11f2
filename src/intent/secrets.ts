import { likelyPasswords, type Span } from './likely-passwords.ts'

/** What kind of secret was found. */
export type SecretKind = 'password' | 'code' | 'answer' | 'token'

export const removedSecret = '[secret removed]'

/**
 * How a kind of secret is given away. The pattern's group `secret` is what has to go; `harmless`, tried on that
 * group, is what people write in its place without giving anything away.
 */
interface Giveaway {
  readonly kind: SecretKind
  readonly pattern: RegExp
  readonly harmless?: RegExp
}

const passwordWord =
  '(?:pass ?words?|pass ?codes?|pass ?phrases?|passwd|passw|pwd?|pass|psw|pswd|pasword|passwrod|passowrd|passwort|pin|mima)'
const codeWord =
  '(?:(?:verification|security|sms|login|log-in|auth(?:entication)?|one[- ]time|2fa|mfa|backup|recovery|dynamic|the)? ?(?:code|otp|token)s?)'
const says =
  "(?:\\s*(?:[:：=＝]|->|→)\\s*|\\s+(?:is|was|are|being|=|used to be|set to|changed to)\\s*[:：]?\\s+|'s\\s+)"
const quoted = '"[^"\\n]{1,60}"|\'[^\'\\n]{1,60}\'|“[^”\\n]{1,60}”|「[^」\\n]{1,60}」|`[^`\\n]{1,60}`'
const word = '[^\\s,，。;；、！？“”"]{2,60}'

/** Words that follow "my password is" in complaints; with nothing of a secret about them. */
const complaint =
  /^["'“「`]?(?:not?|n't|never|no|wrong|incorrect|invalid|expired|expiring|forgotten|forgot|lost|gone|rejected|refused|denied|locked|blocked|broken|bad|old|unknown|correct|right|fine|ok(?:ay)?|good|valid|accepted|working|being|always|still|also|too|very|so|only|just|now|already|saved|stored|set|reset|changed|required|needed|asked|empty|missing|weak|strong|compromised|leaked|stolen|hacked|known|different|same|the|a|an|my|in|on|at|to|what|where|unable|about|because|due|for|from|it|this|that|i|and|or|but|when|if|then|there|anyway|correctly|out|up|really|case|unclear|exposed|long|short|temporary|default|hard|easy|sent|issued|ready|as|working\.?|nothing|something|impossible|failing|failed|supposed|probably|definitely|surely|likely|maybe|somehow|suddenly|again|back|please|expired\.?|asking|coming|taking|giving|showing|displayed|shown|visible|hidden|managed|created|given|made|used|typed|entered|longer|older|protected|safe|secure|never|none|n\/a|case|yes|true|false|login|log|appreciated|\?+|\.+)(?:["'”」`.,!?\s]|$)/i

const chineseComplaint =
  /^(?:错|不|忘|丢|过期|多少|什么|啥|对的|正确|无效|失效|没|被|我(?:忘|记|设|自|的|用|改|一|不|就|上|之|刚)|你|他|她|在|怎|哪|谁|几|初始|默认|旧|新|原来|以前|以后|否|需要|必须|要|有|锁|已|输|好的|真的|一直|总|都|可以|能|到期|弱|空|吗|呢|啊|一样|同一|改|重置|收|发|用|通过|验证|由|给|从|随便|六位|6位|几位|乱|自动|别人|管理员|短信|手机|最近|昨天|今天|上周|之前|刚|个|这|那|很|太|过|数字|字母|大写|小写|大小写|区分|保存|记|长|短|固定|临时|请|麻烦|问题|方式)/

const giveaways: readonly Giveaway[] = [
  { kind: 'token', pattern: /(?<secret>\bx(?:ox[a-z]|app)-[\w-]{6,})/g },
  {
    kind: 'answer',
    pattern: new RegExp(
      `\\b(?:(?:security |secret |my |the )?answers?(?: to (?:the|my|that) (?:\\w+ ){0,3}question)?|` +
        `(?:my |the )?(?:first |childhood |favou?rite )(?:pet|dog|cat|school|teacher|car|movie|film|book|city|food|colou?r|street|friend|job|phone)(?:'?s name)?|` +
        `(?:my |the )?(?:mother'?s? maiden name|maiden name|(?:primary|elementary|high|middle) school|birth ?place|place of birth|pet'?s? name|dog'?s? name|cat'?s? name|teacher'?s? name))` +
        `(?:\\s*[:：=]\\s*|\\s+(?:is|was|=)(?: called| named)?\\s*[:：]?\\s*)(?<secret>${quoted}|[^,，。;；.!?\\n]{2,40})`,
      'gi',
    ),
    harmless: complaint,
  },
  {
    kind: 'answer',
    pattern:
      /\bmy (?:pet|dog|cat|teacher|school)(?: is| was)? (?:called|named) (?<secret>[^\s,，。;.!?]{2,40})/gi,
  },
  {
    kind: 'answer',
    pattern:
      /(?:密保问题我?填的|(?:密保|安全问题|安全提问|问题|我的|正确)?的?答案)(?:是|为|就是|填的是)?\s*[:：=]?\s*(?<=[是为:：=]\s*|密保答案\s+)(?<secret>[^\s,，。;；！？]{1,30})/g,
    harmless: chineseComplaint,
  },
  {
    kind: 'answer',
    pattern: /\b(?:[Ss]ecurity|[Ss]ecret) [Aa]nswer (?<secret>[A-Z][\w'-]{1,40})/g,
    harmless: complaint,
  },
  {
    kind: 'answer',
    pattern:
      /(?:我的?)?(?:第一只|第一个|最喜欢的?|小学|中学|初中|高中|母亲|妈妈|父亲|宠物|班主任|出生地)(?:[\p{Script=Han}]{0,8}?)(?:名字|姓名|学校|老师|电影|城市|宠物|小学|生日|姓)?(?:叫做|叫|是|为)\s*[:：]?\s*(?<secret>[^\s,，。;；！？]{1,20})/gu,
    harmless: chineseComplaint,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `\\b${passwordWord}(?: (?:for|of|to) (?:[\\w.@-]+ ){0,2}[\\w.@-]+)?${says}(?<secret>${quoted}|${word})`,
      'gi',
    ),
    harmless: complaint,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `\\b(?:password|pwd?|passcode|pass)\\s+(?<secret>(?=[^\\s]*\\d)(?=[^\\s]*[a-z])[^\\s,，。;；、]{5,60}|${quoted})`,
      'gi',
    ),
    harmless: /^(?:2fa|mfa|outlook\d*|office365|windows\d*|i?phone\d*|h1|q[1-4])$/i,
  },
  {
    kind: 'password',
    pattern:
      /\b(?:log ?in|login|sign in|credentials?|user(?:name)?|account)\b[^\n]{0,60}?[\s/]+(?:with|pw|pass)\s+(?<secret>(?=[^\s]*\d)(?=[^\s]*[a-z])[^\s,，。]{6,60})/gi,
  },
  {
    kind: 'password',
    pattern:
      /(?:密码|口令|密碼)(?:\s*(?:是|为|就是|应该是|[设填输用写]的是|改成了?|改为|设成了?|设为|设置为|設為|换成了?|:|：|=|＝))+\s*(?<secret>[“"「'][^”"」'\n]{1,60}[”"」']|[^\s,，。;；、！？]{2,60})/g,
    harmless: chineseComplaint,
  },
  {
    kind: 'password',
    pattern: /(?:密码|口令|密碼)\s*[“「（]?(?<secret>(?=[!-~]*\d)[!-~]{5,60})/g,
    harmless: /^\d{1,4}$|^(?:error|209)/i,
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `(?<!\\b(?:error|exit|status|zip|area|country)\\s?)\\b${codeWord}(?:\\s*(?:[:：=#]|->)\\s*|\\s+(?:(?:(?:that )?i (?:just )?(?:got|received|have)|it (?:sent|says|gave)|they sent|sent|received)\\s*)?(?:\\b(?:is|was|are)\\b|=)?\\s*[:：]?\\s*)(?<secret>["'“]?\\d{3,4}[ -]\\d{3,4}\\b["'”]?|["'“]?\\d{4,8}\\b["'”]?|(?=[a-z0-9-]*\\d)[a-z0-9]{4,8}-[a-z0-9-]{4,20})`,
      'gi',
    ),
  },
  {
    kind: 'code',
    pattern: /\bpin\s+(?<secret>\d{4,8})\b/gi,
  },
  {
    kind: 'code',
    pattern:
      /(?<![\w.+@/:#-])(?<secret>\d{4,8})\s+(?:is|was) (?:the|my) (?:(?:verification|security|sms|login|dynamic|backup|recovery) )?(?:code|otp|pin|passcode)\b(?! (?:of|for|to)\b)/gi,
  },
  {
    kind: 'code',
    pattern:
      /(?:验证码|校验码|动态码|动态密码|动态口令|短信码|恢复码|备用码|驗證碼|安全码|口令)(?:收到的?)?(?:\s*(?:是|为|就是|:|：|=))?\s*(?<secret>\d{3}[ -]\d{3}|[a-z0-9]*\d[a-z0-9-]{3,20})/gi,
    harmless: /^\d+(?:分钟|小时|次)|^2fa/i,
  },
]

/** Before or after a bare 6-digit number: what shows that it is no code. */
const numberContext =
  /(?:\b(?:error(?: code)?|status code|ticket|case|inc|incident|request|order|number|no|nr|port|id|room|ext|extension|zip|postcode|version|build|kb|phone|tel|call|employee|badge|desk|po|invoice|#)\.?\s*[:#]?\s*|[#$€¥£+.\-/]|(?:工单|单号|编号|工号|错误|错误码|端口|电话|邮编|号|订单|分机)\s*[:：]?\s*)$/i
const numberFollowing =
  /^(?:\s*(?:minutes?|mins?|hours?|days?|emails?|mails?|users?|people|times|yen|dollars?|euros?|rmb|usd|yuan|元|封|个|次|分钟|小时|天|人|号工单|年|月)|[.:/-]\d|%|@)/i
const bareNumber = /(?<![\w.+@/:#-])(?:\d{6}|\d{3}[ -]\d{3})(?![\w@%-]|[.:/]\d)/g

interface Hit extends Span {
  readonly kind: SecretKind
}

/** Full-width letters and digits, as Chinese keyboards give them, in their usual form; no place moves. */
function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}

function hitsOf({ kind, pattern, harmless }: Giveaway, text: string): Hit[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const secret = match.groups?.secret
    if (
      secret === undefined ||
      secret.trim() === '' ||
      (harmless?.test(secret.trim()) && !/^["'“「`].*\s.*["'”」`]$/.test(secret)) ||
      text.startsWith(removedSecret, match.index + match[0].lastIndexOf(secret))
    )
      return []
    const start = match.index + match[0].lastIndexOf(secret)
    return [{ start, end: start + secret.length, kind }]
  })
}

function bareCodes(text: string): Hit[] {
  return [...text.matchAll(bareNumber)].flatMap((match) => {
    const end = match.index + match[0].length
    if (numberContext.test(text.slice(Math.max(0, match.index - 24), match.index))) return []
    if (numberFollowing.test(text.slice(end, end + 12))) return []
    return [{ start: match.index, end, kind: 'code' as const }]
  })
}

function remove(text: string, spans: readonly Span[]): string {
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  let out = ''
  let at = 0
  for (const { start, end } of ordered) {
    if (start >= at) out += text.slice(at, start) + removedSecret
    at = Math.max(at, end)
  }
  return out + text.slice(at)
}

/** The text without what `spans` cover, and without the same words elsewhere: a secret is often typed twice. */
function removeEverywhere(text: string, spans: readonly Span[]): string {
  const secrets = new Set(spans.map(({ start, end }) => text.slice(start, end)))
  return [...secrets]
    .filter((secret) => secret.length >= 4)
    .reduce((current, secret) => current.replaceAll(secret, removedSecret), remove(text, spans))
}

/**
 * Takes passwords, codes, security answers and Slack tokens out of what a person typed, in English and Chinese;
 * each becomes `[secret removed]`. `found` names the kinds, each once. Total: takes every string.
 */
export function redactSecrets(text: string): {
  readonly text: string
  readonly found: readonly SecretKind[]
} {
  const folded = halfWidth(text)
  const hits = [...giveaways.flatMap((giveaway) => hitsOf(giveaway, folded)), ...bareCodes(folded)]
  const kinds = new Set(hits.map(({ kind }) => kind))
  const announced = removeEverywhere(text, hits)
  const passwords = likelyPasswords(halfWidth(announced))
  if (passwords.length > 0) kinds.add('password')
  return { text: removeEverywhere(announced, passwords), found: [...kinds] }
}
