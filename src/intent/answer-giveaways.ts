import { bare } from './everyday-words.ts'
import { isChineseRemark, isPlain } from './plain-words.ts'
import type { Giveaway } from './secret-hit.ts'

const value = '["\'“]?[^\\s,，。;；.!?！？\\n][^,，。;；.!?！？\\n]{0,39}'
const name = "[A-Z][\\w'’.-]{1,30}(?: [A-Z][\\w'’.-]{1,30}){0,3}"

const first = '(?:first|childhood|favou?rite|oldest|best)'
const things =
  '(?:pet|dog|cat|school|teacher|car|movie|film|book|city|town|food|colou?r|song|singer|street|friend|job|phone|hero|sport|team|nickname)'
const relatives = "(?:mother|mum|mom|father|dad|grandmother|grandfather|spouse|wife|husband)'?s?"
const topic = `(?:(?:the )?name of my (?:${first} |mother'?s? )?[a-z]{3,12}|${first} ${things}(?:'?s)?(?: name)?(?: (?:i|we) [a-z ]{2,20}?)?|${relatives} (?:maiden |middle |first )?(?:name|birthday)|maiden name|(?:primary|elementary|high|middle) school|birth ?place|place of birth|(?:pet|dog|cat|teacher|best friend)'?s? name|childhood nickname|(?:the )?(?:city|town|place) (?:i was|where i was) born(?: in)?)`
const is = '(?:\\s{0,2}[:=]\\s{0,2}|\\s{1,2}(?:is|was|=)(?: called| named)?\\s{0,2}:?\\s{1,2})'

/** Words that follow "my first pet is" in complaints. */
function isRemark(secret: string): boolean {
  const words = secret.trim().split(/\s+/).map(bare)
  const [head = ''] = words
  return (
    head === '' ||
    isPlain(head) ||
    (head.length > 1 && words.every(isPlain)) ||
    /^\d{1,3}$|\?$/.test(secret.trim())
  )
}

const chineseTopic =
  '(?:第一[只个条位](?:宠物|狗|猫|老师|学校|手机|城市|车|朋友)|最喜欢的?[\\p{Script=Han}]{1,6}?|(?:小学|中学|初中|高中|大学)(?:班主任|名字|名称|老师|[读上念]的)?|(?:母亲|妈妈|父亲|爸爸|配偶|老公|老婆|爷爷|奶奶|班主任|宠物|老师|狗|猫)的?(?:名字|姓名|姓|生日|全名)?|出生(?:地|城市|地点)|绰号|小名|初恋|偶像|座右铭|我[妈爸])'
const chineseIs = '(?:的?(?:名字|姓名)?(?:叫做|叫|是|为|[填写]的是?|[:：=])\\s{0,2})'
const chineseValue = '["“]?[^\\s,，。;；！？!?、（(]{1,20}'

const chineseName = (secret: string): boolean =>
  isChineseRemark(secret.replace(/^["“]/, '')) ||
  isPlain(bare(secret)) ||
  /^\d{1,3}\p{Script=Han}?$|^[Aa]nswer/u.test(secret)

/** Answers to security questions, in English and Chinese. */
export const answerGiveaways: readonly Giveaway[] = [
  {
    kind: 'answer',
    pattern: new RegExp(
      `\\b(?:[Ff]or|[Aa]s) (?:the |my )?${topic} I (?:always |just )?(?:use|used|put|write|wrote|answer|answered|type|typed|say|said|gave|enter|entered) (?<secret>${name})`,
      'dg',
    ),
    unless: isRemark,
  },
  {
    kind: 'answer',
    pattern: /(?<=[,，。\s])答案(?<secret>\p{Script=Han}{2,8})(?=$|[,，。\s])/dgu,
    among: /密保|问题/,
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern:
      /\b(?:pet|school|teacher|city|car|movie|mother) question\s?[:=]\s?(?<secret>[^\n,，。;；.!?]{2,40})/dgi,
    unless: isRemark,
  },
  {
    kind: 'answer',
    pattern: new RegExp(
      `${chineseTopic}(?:的?(?:名字|姓名))?\\s{1,2}(?<secret>\\p{Script=Han}{2,4})(?![\\p{Script=Han}])`,
      'dgu',
    ),
    among: /密保|答案|安全问题/,
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern: new RegExp(
      `\\b(?:for|to) the (?:\\w{1,12} ){1,3}question I (?:always |just )?(?:use|used|put|write|wrote|answer|answered|type|typed|say|said|gave|enter|entered) (?<secret>${name}|[a-z]{3,20})`,
      'dg',
    ),
    unless: isRemark,
  },
  {
    kind: 'answer',
    pattern: new RegExp(
      `\\b(?:school|teacher|pet|dog|cat|mother|father|city|car|movie|film|street) (?:is|was) (?<secret>${name})`,
      'dg',
    ),
    among: /security (?:question|answer)|secret question/i,
    unless: isRemark,
  },
  {
    kind: 'answer',
    pattern:
      /答案我?(?:写|填|输)(?:的(?:是)?)?\s{0,2}(?<secret>[\p{Script=Han}A-Za-z]{2,10})(?![\p{Script=Han}])/dgu,
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern: /在(?<secret>\p{Script=Han}{2,6}?)出生/dgu,
    among: /答案|密保/,
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern: /最喜欢(?:吃|看|听|去)的?(?:是)?(?<secret>\p{Script=Han}{2,8})/dgu,
    among: /答案|密保/,
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern:
      /(?:母亲|父亲|妈妈|爸爸|我妈|我爸|配偶)的?(?:名字|姓名)\s?(?<secret>\p{Script=Han}{2,4})(?![\p{Script=Han}])/dgu,
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern: new RegExp(
      `\\b(?:security |secret |my |the )?answer(?: ?#?\\d)?(?: to (?:the|my|that|your) (?:\\w{1,12} ){0,3}question| to [^\\n.!?]{2,40}?)?(?: (?:i|that i) (?:gave|put|typed|wrote|chose|set|have|had|used))?${is}(?<secret>${value})`,
      'dgi',
    ),
    unless: isRemark,
  },
  {
    kind: 'answer',
    pattern: /\banswers(?: are)?\s{0,2}[:=]?\s{0,2}(?<=[:=]\s{0,2}|are\s{0,2})(?<secret>[^\n.;]{2,100})/dgi,
    unless: isRemark,
  },
  { kind: 'answer', pattern: new RegExp(`\\b${topic}${is}(?<secret>${value})`, 'dgi'), unless: isRemark },
  {
    kind: 'answer',
    pattern: new RegExp(
      `\\b(?:[Mm]aiden [Nn]ame|[Ff]irst (?:[Pp]et|[Cc]ar|[Ss]chool)|[Ss]ecurity [Aa]nswer|[Ss]ecret [Aa]nswer) (?<secret>${name})`,
      'dg',
    ),
    unless: isRemark,
  },
  {
    kind: 'answer',
    pattern:
      /(?<=^|[\n,;]\s?)(?:pet|school|teacher|mother|father|city|street|nickname|movie)\s?[:=]\s?(?<secret>[^\n,，。;；.!?]{2,40})/dgi,
    unless: isRemark,
  },
  {
    kind: 'answer',
    pattern:
      /\bmy (?:pet|dog|cat|teacher|school)(?: is| was)? (?:called|named) (?<secret>[^\s,，。;.!?]{2,40})/dgi,
    unless: isRemark,
  },
  {
    kind: 'answer',
    pattern: new RegExp(
      `\\bI (?:just |always )?(?:answered|put|wrote|gave|entered|chose|typed|write|put in|answer|enter) (?<secret>(?:${name}|[a-z]{3,20})) (?:to|for|as|in) (?:(?:the|my|that) )?(?:\\w{1,15} ){0,3}(?:question|answer|one|pet|dog|cat|school|teacher|car|movie|city|name)\\b`,
      'dg',
    ),
    unless: isRemark,
  },
  {
    kind: 'answer',
    pattern: new RegExp(
      `\\b(?:ask|asks|asked|asking) (?:me )?(?:for|about) (?:my|the) [^\\n.]{2,40}?\\b(?:and|so) I (?:write|wrote|put|answer|answered|type|typed|enter|entered|say|said) (?<secret>${name}|[a-z]{3,20})`,
      'dg',
    ),
    unless: isRemark,
  },
  {
    kind: 'answer',
    pattern: new RegExp(`\\b[Bb]orn in (?<secret>${name})`, 'dg'),
    among: /answer|question/i,
  },
  {
    kind: 'answer',
    pattern: new RegExp(
      `\\b[AQ]\\d? ?(?:[:：]|(?<=Q\\d) )\\s{0,2}(?<secret>${name}|(?<=A\\d? ?[:：] ?)[a-z]{3,20})(?=\\s{1,3}(?:Q\\d|are|is|and)\\b|\\s*(?:[,.;\\n]|$))`,
      'dg',
    ),
    among: /answer|question|\bQ\d?\s?[:：]|\bQ\d/i,
    unless: isRemark,
  },
  {
    kind: 'answer',
    pattern: new RegExp(
      `(?:${first} (?:${things})|maiden name|born|security question|${relatives} name)[^\\n?]{0,40}\\?[ \\t]{0,2}\\n\\s{0,3}(?<secret>[^\\n]{2,40})(?=\\n|$)`,
      'dgi',
    ),
    unless: isRemark,
  },
  {
    kind: 'answer',
    pattern: new RegExp(
      `(?:密保问题我?填的|(?:密保|安全问题|安全提问|问题|我的|正确)?的?答案[一二三1-3]?(?:应该|分别|就|可能|好像|我?[写填]的)?)(?:是|为|[:：=])\\s{0,2}(?<secret>${chineseValue}(?:[、,，]${chineseValue}){0,4})`,
      'dgu',
    ),
    unless: (secret) => chineseName(secret.split(/[、,，]/)[0] ?? ''),
  },
  {
    kind: 'answer',
    pattern:
      /(?:密保答案|我的答案|安全问题答案)\s{0,3}[“"]?(?<secret>[^\s,，。;；！？!?是为不错对忘怎死总老一都也还又：:=]{1,12}?)(?=[”"]|不被|不对|是错|错误|\s|$|[,，。；！？])/dgu,
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern: new RegExp(`${chineseTopic}${chineseIs}(?<secret>${chineseValue})`, 'dgu'),
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern: /(?:母亲|父亲|配偶|班主任)姓名\s{1,3}(?<secret>\p{Script=Han}{2,4})(?![\p{Script=Han}])/dgu,
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern: /(?:出生[在于])\s{0,2}(?<secret>\p{Script=Han}{2,8})/dgu,
    among: /答案|密保|问题/,
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern:
      /问题[一二三四1-3]\s{0,2}[:：]?\s{0,2}(?:您的[^？?\n]{1,20}[？?]\s{0,3})?(?<secret>[\p{Script=Han}A-Za-z]{2,12})(?=[,，。；\s]|$)/dgu,
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern:
      /(?:那题|那个问题|这题|这个问题|问题)我?(?:就|都)?(?:写了?|答了?|填了?|回答了?)\s{0,2}(?<secret>[\p{Script=Han}A-Za-z]{2,10}?)(?=不对|错误|也|还|,|，|。|\s|$)/dgu,
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern: new RegExp(
      `(?:您|你)?的?${chineseTopic}[^\\n？?]{0,20}[？?][ \\t]{0,2}\\n\\s{0,3}(?<secret>[^\\n]{2,20})(?=\\n|$)`,
      'dgu',
    ),
    unless: chineseName,
  },
  {
    kind: 'answer',
    pattern: /(?:第一个手机号?码?|出生年份)[\p{Script=Han}]{0,8}(?:是|为|[:：])\s{0,2}(?<secret>\d{4,11})/dgu,
  },
]
