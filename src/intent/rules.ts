import { asksForAnothersMailbox } from './anothers-mailbox.ts'
import { words } from './features.ts'
import type { IntentId } from './intent-id.ts'
import { otherSystem } from './other-systems.ts'

/** Something decided before the model is asked. Rules are tried in order; the first that matches decides. */
export interface Rule {
  readonly name: string
  /** Why a rule and not the model. */
  readonly reason: string
  readonly decision: { readonly kind: 'accept'; readonly intent: IntentId } | { readonly kind: 'fallback' }
  /** Takes normalised text. */
  matches(normalised: string): boolean
}

const oneOf =
  (...patterns: readonly RegExp[]) =>
  (text: string): boolean =>
    patterns.some((pattern) => pattern.test(text))

const greetings = new Set(
  'hi hello hey hiya heya howdy yo hullo helo hallo greetings morning afternoon evening gm sup'.split(' '),
)
const greetingFillers = new Set(
  'there all everyone everybody team bot postern good dear sir madam again a day to you well and nice is anyone here it support'.split(
    ' ',
  ),
)
const thanking = new Set('thanks thank thx thnx tysm ty cheers bye goodbye cya thankyou'.split(' '))
const thankFillers = new Set(
  (
    'you very much a an so ok okay great perfect for your the help quick good many again all and have nice day weekend evening night ' +
    'everyone team million bunch lot lots me helping assist assistance support it really indeed now that is see later then hi hello u answer'
  ).split(' '),
)
const longestCourtesy = 10

const needing = new Set('login access help stuck'.split(' '))
const needFillers = new Set(
  (
    'i we can not my our to get in into the a please me us unable able am is problem problems issue issues trouble failed fails fail ' +
    'failing error impossible work works working does do back mail mails alimail account web webmail company with need having have any ' +
    'more anymore again hi hello now today still at all no of there some and someone it could you'
  ).split(' '),
)

const answering = new Set(
  'ok okay okey k kk yes yeah yep yup no nope sure fine right alright maybe whatever hm hmm mhm well'.split(
    ' ',
  ),
)
const chineseAnswering = /^(?:ok|好的?吧?|嗯+|哦+|噢|是的?|对的?|不是|行吧?|可以|随便|都行|没有)$/

/** Every word is of the lexicon and one at least carries the meaning. */
function saysOnly(text: string, core: ReadonlySet<string>, fillers: ReadonlySet<string>): boolean {
  const said = words(text)
  return (
    said.length > 0 &&
    said.length <= longestCourtesy &&
    said.some((word) => core.has(word)) &&
    said.every((word) => core.has(word) || fillers.has(word))
  )
}

/** Characters of the longest text that can be no more than a courtesy or a cry for help. */
const longestPlea = 200

/** Reads no further where the text is too long for the rule. */
const brief =
  (matches: (text: string) => boolean) =>
  (text: string): boolean =>
    text.length <= longestPlea && matches(text)

/** The text without punctuation, signs and spaces. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

const chineseGreeting =
  /^(?:hi|hello|嗨|嘿|喂|哈[喽啰罗]|(?:小助手|机器人|老师|大家|各位)?(?:您好|你好)[呀啊哈]?(?:机器人)?|早上好|上午好|中午好|下午好|晚上好|早安|早|请问|在吗|在不在|有人吗|有人在吗)+[呀啊哈]*$/
const chineseThanks =
  /^(?:ok|好的?|嗯|行|可以了?|没事了?|不用了?|太|非常|十分)*(?:谢谢|多谢|感谢|谢啦|谢了|辛苦|再见|拜拜|回见)(?:您|你|了|啦|哈|呀|啊|大家|的|帮助|帮忙|支持|麻烦|辛苦|谢谢|再见|拜拜)*$/

const chineseNeed =
  /^(?:您好|你好|请问|我们?的?|今天|早上|现在|突然|一直|还是|又|阿里|公司|企业|工作|邮箱|账号|网页版?|电脑上?|怎么|为什么|为啥|就是|都|老是|急)*(?:登录?(?:不了|不上去?|不进去?|失败|异常|问题|有问题|出错)|(?:无法|不能)登录|[进上]不[去了])(?:邮箱|账号|我的|公司|企业|阿里|怎么办|怎么回事|为什么|求助|帮忙|帮帮我|请|急|了|啊|呢|吗|去)*$/
const chineseHelp =
  /^(?:请|求|快|来人)?(?:帮助|求助|帮忙|帮帮忙|帮帮我|帮一下忙?|救命|救急)(?:啊|一下|谢谢)*$/

const someoneIn =
  /\b(?:some(?:one|body)|stranger)(?: else)? (?:(?:is |was )in|(?:is |has |have |was )?(?:changed|using|used|login|reading|reads|took over|accessed)) .*\bmy\b/
const tricked =
  /\b(?:click|clicked|enter|entered|typed?|put|gave|give|fell|filled)\b.*\b(?:phishing|fake|scam\w*|fraud\w*)\b/

export const rules: readonly Rule[] = [
  {
    name: 'anothers_mailbox',
    reason: 'Getting into the mailbox of somebody else is never helped with, however the words are ranked.',
    decision: { kind: 'fallback' },
    matches: asksForAnothersMailbox,
  },
  {
    name: 'other_system',
    reason:
      'A VPN or ERP password asks in the very words of a mail password; the name of the system decides.',
    decision: { kind: 'fallback' },
    matches: (text) => otherSystem(text).named,
  },
  {
    name: 'compromised',
    reason:
      'With an intruder in the mailbox a person has to look at once; a self-service guide would lose time.',
    decision: { kind: 'accept', intent: 'account_compromised' },
    matches: oneOf(
      /\b(?:hacked|hijacked|phished|pwned|compromised)\b/,
      someoneIn,
      tricked,
      /(?:邮箱|账号|邮件|号码?|密码).{0,4}被(?:人|别人)?(?:盗|黑|偷|窃)|盗号|被盗用|被黑了/,
      /(?:点|输|填|进).{0,8}钓鱼|钓鱼.{0,12}(?:点|输|填)了?|异地登录|密码被(?:人|别人)?(?:改|骗|泄)|密码(?:可能)?(?:泄露|泄漏)/,
      /(?:有人|别人|陌生人).{0,3}(?:登录|登|用|改|进).{0,3}我的/,
    ),
  },
  {
    name: 'asks_what_it_talks_to',
    reason: 'Whether this is a bot is asked in the words of asking for a person, who is not wanted here.',
    decision: { kind: 'fallback' },
    matches: oneOf(
      /^(?:(?:hi|hello|hey)[, ]+)?(?:are|r) (?:you|u) (?:just )?(?:an? )?(?:real |actual |live )?(?:human|person|bot|chat ?bot|robot|ai|machine)\b/,
      /\bis (?:this|there|it) (?:just )?an? (?:real |actual |live )?(?:human|person|bot|robot|ai|machine) (?:behind|answering|writing)\b/,
      /你是(?:不是)?(?:个|一个)?(?:真人|机器人|人工|人还是|活人|ai)|(?:这|对面)是(?:不是)?(?:个)?(?:真人|机器人)/,
    ),
  },
  {
    name: 'general_knowledge',
    reason: 'How such things work in the world is asked in the words of what fails here.',
    decision: { kind: 'fallback' },
    matches: oneOf(
      /\bin general\b|\btechnically\b|\bwhy (?:do|does|should) (?:companies|people|banks|anyone|everyone)\b|\bhow do you say\b|\bwho invented\b|\bhistory of\b|\bimplement\b/,
      /原理|科普|是谁发明|怎么翻译|英文怎么说/,
    ),
  },
  {
    name: 'asks_for_a_person',
    reason: 'Whoever asks for a person gets one, without a question back.',
    decision: { kind: 'accept', intent: 'talk_to_human' },
    matches: oneOf(
      /^(?:an? |the )?(?:real |live )?(?:human|agent|operator|person|representative)(?: please)?[.!? ]*$/,
      /\b(?:talk|speak|chat|connect|transfer)(?:ing)?(?: me)? (?:to|with) (?:an? |the |some |our )?(?:real |live |actual |human )?(?:human|person|agent|some(?:one|body)|operator|representative|postmaster|admin|employee|staff|support|people)\b/,
      /(?:转|找|要|接|换)(?:一下|个|下)?(?:人工|真人)|^人工(?:客服|服务)?[。！ ]*$/,
    ),
  },
  {
    name: 'greeting',
    reason: 'Greetings are too short for the model; alone it rejects half of them.',
    decision: { kind: 'accept', intent: 'greeting' },
    matches: brief((text) => saysOnly(text, greetings, greetingFillers) || chineseGreeting.test(bare(text))),
  },
  {
    name: 'thanks',
    reason: 'Thanks and goodbyes are too short for the model; alone it rejects half of them.',
    decision: { kind: 'accept', intent: 'thanks_goodbye' },
    matches: brief((text) => saysOnly(text, thanking, thankFillers) || chineseThanks.test(bare(text))),
  },
  {
    name: 'answers_nothing',
    reason:
      'A yes or a no to nobody is neither thanks nor a wish; where a question is open its buttons answer it.',
    decision: { kind: 'fallback' },
    matches: (text) => saysOnly(text, answering, answering) || chineseAnswering.test(bare(text)),
  },
  {
    name: 'names_no_cause',
    reason:
      'The plainest cries for help are made of words that all intents share, which weigh nothing in the model.',
    decision: { kind: 'accept', intent: 'which_path' },
    matches: brief(
      (text) =>
        (saysOnly(text, needing, needFillers) && !/\bi (?:can|am able)\b(?! not)/.test(text)) ||
        chineseNeed.test(bare(text)) ||
        chineseHelp.test(bare(text)),
    ),
  },
]
