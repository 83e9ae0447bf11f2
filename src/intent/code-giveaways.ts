import type { Giveaway, Hit } from './secret-hit.ts'
import { sentenceAround } from './sentence-around.ts'

/** Four to eight digits, in groups or one by one, or letters and digits in groups. */
const digits = '(?:\\d(?:[ -]\\d){3,7}|\\d{2,4}(?:[ -]\\d{2,4}){1,3}|\\d{4,8})(?![\\w%]|[.:/-]\\d)'
const grouped = '(?=[a-z0-9-]{0,30}\\d)[a-z0-9]{4,8}(?:-[a-z0-9]{3,8}){1,5}(?![\\w-])'
const mixed = '(?=[a-z]{0,12}\\d)(?=\\d{0,12}[a-z])[a-z0-9]{4,12}(?![\\w.-])'
const between = '(?:\\s{0,2}[,，、;；/]\\s{0,2}|\\s{1,2}(?:and|or)\\s{1,2}|\\s{0,2}[和或与]\\s{0,2}|\\s{1,2})'
const many = (one: string): string => `["'“]?(?:${one})(?:${between}(?:${one})){0,15}["'”]?`

const figures = 'zero|one|two|three|four|five|six|seven|eight|nine|oh'
const spelt = `(?:(?:${figures})(?:[ -](?:${figures})){3,7}|[零〇一二三四五六七八九幺两]{4,8}(?![\\p{Script=Han}]))`

const qualified =
  '(?:verification|verify|security|sms|login|log-?in|auth(?:entication|enticator)?|one[- ]?time|2fa|mfa|backup|recovery|dynamic|confirmation|access)'
/** Other things that are called code. */
const otherCodes =
  '(?<!\\b(?:error|exit|status|zip|area|country|dial|dialling|postal|return|response|http|product|promo|discount|building|door|dress|source|bar|tax|currency|class|item|project|cost|language|colou?r|key)[ -]?)'
const codeName = `${otherCodes}\\b(?:${qualified} ?)?(?:codes?|otps?|tokens?|passcodes?)\\b`
const hearing =
  "(?:(?:that |which )?(?:i|we) (?:just |have |'ve )?(?:got|get|received|have|see)|it (?:sent|says|said|gave|shows?)|they (?:sent|gave me)|sent|received|from (?:the|my) (?:app|phone|sms))"
const saying = `(?:\\s{0,2}(?:[:=#]|->|→)\\s{0,2}|\\s{1,2}(?:${hearing}\\s{0,2})?(?:\\b(?:is|was|are|were|being)\\b|[:=])?\\s{0,2}:?\\s{0,2})`

const chineseName =
  '(?:验证码|校验码|动态码|动态密码|动态口令|短信码|恢复码|备用码|备用验证码|(?:恢复|备用|安全|验证)代码|驗證碼|安全码|登录码|确认码|验证的码|口令|(?<=^|[\\s,，。:：的到个])码)'
const chineseSaying = '(?:收到的?|显示)?(?:\\s{0,2}(?:分别)?(?:就是|是|为|有|:|：|=|＝|is\\b)){0,2}\\s{0,3}'

const counted = /^(?:2fa|\d{1,3}(?:分钟|小时|次|位))/i
const isYear = (secret: string): boolean => /^(?:19|20)\d\d$/.test(secret)

/** Codes behind a word for them, in English and Chinese, alone or several together. */
export const codeGiveaways: readonly Giveaway[] = [
  {
    kind: 'code',
    pattern: new RegExp(
      `${codeName} (?:for|to) (?:my |the )?(?:login|log-?in|log in|mail|mailbox|account|alimail)\\s{0,2}:?\\s{0,2}(?<secret>${digits})`,
      'dgi',
    ),
    unless: isYear,
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `\\b${qualified} codes? ?#?\\d\\s{0,2}[:=)]\\s{0,2}(?<secret>${many(`${grouped}|${digits}`)})`,
      'dgi',
    ),
  },
  {
    kind: 'code',
    pattern:
      /(?:验证码|校验码|动态码|备用码|恢复码)\p{Script=Han}{0,6}\s{0,2}(?<secret>\d{6,8})(?![\w%]|[.:/-]\d|\s?(?:年|月|日|封|次|人))/dgu,
  },
  {
    kind: 'code',
    pattern:
      /(?<![\w.+@/:#-])(?<secret>\d{4,8})[,，]\s{0,2}(?:这?是)?(?:我的|收到的)?(?:验证码|校验码|动态码)(?![\p{Script=Han}])/dgu,
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `\\b(?:verification|confirmation|security) (?:number|pin)s?\\s{0,2}(?:is|was|:|=)?\\s{0,2}(?<secret>${digits})`,
      'dgi',
    ),
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `${codeName}(?: [a-z']{1,12}){1,5}? (?:is|was|says|said|reads|are)\\s{0,2}:?\\s{0,2}(?<secret>${digits})(?! ?(?:error|errors)\\b)`,
      'dgi',
    ),
    unless: isYear,
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `\\b(?:(?:texted|messaged|sent|gave|told) me|(?:was|got|been) sent)\\s{0,2}:?\\s{1,2}(?<secret>${digits})(?! ?(?:e?mails?|messages?|times|sms|texts)\\b)`,
      'dgi',
    ),
    unless: isYear,
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `(?:验证码|校验码|动态码|短信)[\\p{Script=Han}]{0,6}[,，]?\\s{0,2}(?:就?是|为|:)\\s{0,2}(?<secret>${digits})(?!\\s{0,2}(?:位|个|条|分钟|次|年|月))`,
      'dgiu',
    ),
    unless: isYear,
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `${codeName}${saying}(?<secret>${many(`${grouped}|${digits}`)}|${spelt})(?! ?(?:error|errors|错误)\\b)`,
      'dgiu',
    ),
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `\\b${qualified} (?:code|token)s?(?:\\s{0,2}[:=]\\s{0,2}|\\s{1,2}(?:is|was|are)\\s{1,2}|\\s{1,2})(?<secret>${many(mixed)})`,
      'dgi',
    ),
    unless: (secret) => /^(?:2fa|\d{1,2}(?:st|nd|rd|th|min|hours?)|h1)$/i.test(secret),
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `(?<![\\w.+@/:#-])(?<secret>(?:[A-Z]-)?\\d{4,8})\\s{1,2}(?:is|was) (?:the|my|your) (?:${qualified} )?(?:code|otp|pin|passcode)\\b(?! (?:of|for|to)\\b)`,
      'dgi',
    ),
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `\\b(?:sms|text(?: message)?|message|authenticator(?: app)?|app)(?: (?:says|said|shows|gives|is|reads))?\\s{0,2}:?\\s{1,2}(?:code )?(?<secret>${digits})`,
      'dgi',
    ),
    unless: isYear,
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `(?:^|[.!?\\n])\\s{0,2}(?:it|they) (?:sent|gave|told) me (?<secret>${digits})`,
      'dgi',
    ),
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `\\bcodes?\\b[^\\n]{0,40}\\n\\s{0,4}(?<secret>(?:${many(`${grouped}|${digits}`)}))(?=\\s*(?:$|\\n))`,
      'dgi',
    ),
    unless: isYear,
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `${chineseName}${chineseSaying}(?<secret>${many(`${grouped}|${digits}|${mixed}`)}|${spelt})`,
      'dgiu',
    ),
    unless: (secret) => counted.test(secret) || /^(?:error|\d{1,4}$(?<!\d{4}))/i.test(secret),
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `(?:验证码|备用码|恢复码|备用验证码)[^\\n]{0,20}\\n\\s{0,4}(?<secret>${many(`${grouped}|${digits}`)})`,
      'dgi',
    ),
  },
  {
    kind: 'code',
    pattern:
      /(?<![\w.+@/:#-])(?<secret>\d{4,8})\s{0,2}(?:这?个?就?是|这个)(?:我的|收到的|你们的)?(?:短信)?(?:验证码|校验码|动态码)/dg,
  },
  {
    kind: 'code',
    pattern: new RegExp(
      `(?:收到的?|发的|发来的|写的|显示的?|数字)(?:短信|code)?\\s{0,2}(?:是|为|:|：)?\\s{0,2}(?<secret>${digits})(?!\\s{0,2}(?:封|条|个[^数验]|元|年|月|次|人|邮件))`,
      'dgi',
    ),
    unless: isYear,
  },
  {
    kind: 'code',
    pattern: /(?<!\d[.,:/+ -]{0,2})(?<![\w.+@/:#-])(?<secret>\d(?:[ -]\d){5})(?![ -]?\d|[\w@%])/dg,
  },
]

/** Before or after a bare 6-digit number: what shows that it is no code. */
const numberContext =
  /(?:\b(?:error(?: code)?|status code|ticket|case|inc|incident|req|request|order|number|no|nr|port|id|room|ext|extension|(?:zip|area|postal|dial|country|product|promo|tax) ?code|zip|postcode|version|build|kb|phone|tel|call|employee|badge|desk|po|invoice|ref|reference|staff|tag|quota|price|salary|amount|contract|serial|report|account|qq|wechat|user|customer|client|member|card|flight|document|page|line|units|project|item|over|about|usd|eur|rmb)\.?(?: (?:number|no|id))?\s{0,2}(?:(?:is|was)\s)?[:#]?\s{0,2}|[#$€¥£+.=?&/-]|[$€¥£]\s|(?:单|编号|工号|员工号|错误|错误码|代码|返回码|状态码|端口|电话|邮编|号|订单|分机|人民币|合同|发票|序列|版本|容量|金额|大概|工资|报错|提示|客户|用户|卡号|尾号|学号)(?:是|为)?\s{0,2}[:：]?\s{0,2})$/i
const numberFollowing =
  /^(?:\s{0,2}(?:minutes?|mins?|hours?|days?|emails?|mails?|messages?|users?|people|times|yen|dollars?|euros?|rmb|usd|yuan|mb|gb|kb|bytes?|a (?:year|month)|error|\d{1,5}\b|元|封|个(?!数|验)|次|分钟|小时|天|人|号工单|年|月|字节)|[.:/-]\d|%|@)/i
const bareNumber = /(?<![\w.+@/:#=-])(?<!\+\d[\d ]{0,8})(?:\d{6}|\d{3}[ -]\d{3})(?![\w@%-]|[.:/]\d)/g
const evidence =
  /\b(?:codes?|sms|text|message|otp|token|authenticator|app|receive[ds]?|got|gets?|sent|sends?|gave|gives?|shows?|says?|said|digits|enter(?:ed)?|typed?|typing|put|valid|expired|verif\w{0,12}|2fa|here|rejected|refused|accepted|work(?:s|ed|ing)?|it is|it's|tried|try|use[ds]?)\b|验证|短信|收到|输入|输了|显示|码|数字|动态|发来|试了|填|写/i

/** Numbers of six digits that stand alone, or in a sentence about codes, without saying what they are; and others beside a code. */
export function bareCodes(text: string, amongCodes: boolean): readonly Hit[] {
  return [...text.matchAll(bareNumber)].flatMap((match) => {
    const start = match.index
    const end = start + match[0].length
    if (numberContext.test(text.slice(Math.max(0, start - 30), start))) return []
    if (numberFollowing.test(text.slice(end, end + 14))) return []
    const { lead, rest } = sentenceAround(text, start, end)
    const stands =
      !/[\p{L}\p{N}]/u.test(lead.split(/[,，:：]/).at(-1) ?? '') &&
      !/[\p{L}\p{N}]/u.test(rest.split(/[,，]/)[0] ?? '')
    return amongCodes || stands || evidence.test(lead) || evidence.test(rest)
      ? [{ start, end, kind: 'code' as const }]
      : []
  })
}
