const person =
  '(?:some(?:one|body)(?: else)?|another (?:person|user|employee)|other (?:person|people|user)|everyone|everybody|boss|manager|director|ceo|colleague|' +
  'co-?worker|employee|team ?mate|wife|husband|girlfriend|boyfriend|ex|friend|neighbou?r|partner|sister|brother|mother|father|mum|mom|dad|son|daughter|user)'
/** Anybody's: after contractions are spelt out, an apostrophe and s are a possessive. */
const whose = `(?:her|his|their|(?!(?:my|company|firm|alibaba|today|yesterday|provider|server|team|phone|app|let|one)'s)[a-z]+'s|${person}s)`
const things = '(?:password|mail|messages|account)'
const owned = new RegExp(
  `\\b${person}(?:'?s'?|s) (?:[\\w-]+ )?${things}|\\b${things} (?:of|from) (?:my |the |an? |all )?${person}`,
)
const curious =
  /\b(?:get|get into|open|read|see|know|find|tell|give|show|guess|login|access|bypass|look at|check|steal|reveal|want|send me|what is|forward)\b/
const helping =
  /\b(?:lock|locked|unlock|forget|reset|can not|admin|postmaster|it support|expired|help|hacked|left)\b/

const theirThings = new RegExp(`\\b${whose} (?:[\\w-]+ )?${things}`)

/** The one who writes is to get in. */
const lettingMeIn = new RegExp(
  `\\b(?:(?:log|let|get|sign|put|bring) me (?:in(?:to)?|inside|on|onto)?|(?:give|send|show|tell|get|grant|forward) me|` +
    `i (?:just |only |really |also )?(?:want|need|have|would like|wish|must) to (?:\\w+ )?(?:read|see|open|access|login|check|look|get into|enter)|` +
    `(?:how (?:can|do|could) i|how to|can i|could i|may i) (?:have|read|see|open|access|login|check|look|get into|enter))\\b[^.!?;]{0,40}\\b${whose} (?:[\\w-]+ )?${things}|` +
    `\\b(?:give|send|show|tell|forward) me (?:the |a )?(?:\\w+ )?code (?:of|for) (?:my |the |an? )?${person}`,
)
const forMe = new RegExp(
  `^(?:please |can you |could you )?(?:open|read|forward|show|check|send)\\b[^.!?;]{0,20}\\b${whose} (?:[\\w-]+ )?${things}\\b.*\\b(?:for|to) me\\b`,
)
const asAnother = new RegExp(`\\b(?:how (?:can|do) i|how to|can i|i want to) login (?:as|like) ${person}\\b`)
const breakingIn =
  /\b(?:make|create|build|write|set up) (?:me )?(?:a )?(?:fake|phishing)\b|(?:\b(?:to|i|we|you|can|how|tool|software) |^)(?:hacks?|cracks?|spy on|break into)\b(?! (?:into )?my\b)|(?:黑进|破解|盗取|窃取|入侵).{0,8}(?:密码|邮箱|账号)(?!.*(?:被|我的))/
/** A reason that shows what a reset is wanted for. */
const secretly =
  /\b(?:so (?:that )?|then )i can (?:read|see|look|login|check)\b|\b(?:does not|do not|must not|should not) (?:need to )?(?:know|notice)\b|\bsecretly\b|\bwithout (?:her|his|him|them|their) (?:knowing|knowledge|noticing)\b/

const factors = '(?:twofactor|authenticator|secure (?:phone|number)|security question|verify)'
const notNames =
  '(?:my|me|mine|the|this|that|it|an?|our|us|all|some|new|now|good|security|safety|mail|alimail|webmail|login|account|phone|web|every|users?|employees?|staff|members?)'
/** To take away or take over what guards the account of somebody in particular. */
const disarming = new RegExp(
  `\\b(?:disable|deactivate|remove|bypass|skip|(?:turn|switch) off|turn of|get (?:rid of|around))\\b (?:the )?${factors}(?: \\w+)? (?:for|of|on|from) ` +
    `(?:(?:my )?${person}\\b|${whose} |(?!${notNames}\\b)[a-z]+(?: please)?(?:[.!?, ]*$| so ))|` +
    `\\b(?:change|set|switch|replace|move|link)\\b[^.!?;,]{0,12}\\b${whose} (?:secure |recovery )?(?:phone|number|mail|password|account)(?: number| address)? (?:to|with|by) (?:mine|my)\\b`,
)
const ofDuty = /\b(?:admin|postmaster|console)\b|管理员|后台|控制台|管理/

const someone =
  '(?:别人|他人|其他人|某人|(?:前)?同事|老板|领导|上司|经理|主管|总监|下属|女朋友|男朋友|老婆|老公|前任|前女友|前男友|对象|朋友|所有人|小[王李张刘陈赵周]|老[王李张刘陈赵周]|(?<![其吉])他|她)'
const otherPerson = new RegExp(`${someone}的?(?:工作|公司|企业)?(?:密码|邮箱|邮件|账号|验证码|收件箱)`)
const chineseCurious = /看|黑|破解|盗|登录|登|告诉|查|知道|拿|获取|窃|发给?我|进入|[帮让]我进|转发/
const chineseHelping = /解锁|重置|忘|锁|不了|不上|不进|收到|有人|我的|找回|管理|离职|绑|扫|后台/
const chineseDisarming = new RegExp(
  `${someone}的?(?:两步验证|密保问题|验证器).{0,4}(?:关|取消|解除|禁用|去掉)|(?:关掉|取消|解除|禁用)${someone}的?(?:两步验证|密保|验证器)|` +
    `把${someone}的?(?:密保|安全|邮箱|账号).{0,6}(?:改|换|绑)(?:成|为|到)我`,
)

/**
 * Whether normalised text asks to get into somebody else's mailbox, or to take away what guards it. Whoever helps a
 * locked-out colleague or says that they are the postmaster does not ask for that.
 */
export function asksForAnothersMailbox(normalised: string): boolean {
  if (breakingIn.test(normalised)) return true
  const theirs = owned.test(normalised) || theirThings.test(normalised)
  if (theirs && secretly.test(normalised)) return true
  if ((disarming.test(normalised) || chineseDisarming.test(normalised)) && !ofDuty.test(normalised))
    return true
  if (owned.test(normalised) && curious.test(normalised) && !helping.test(normalised)) return true
  if ((lettingMeIn.test(normalised) || forMe.test(normalised)) && !helping.test(normalised)) return true
  if (asAnother.test(normalised)) return true
  return otherPerson.test(normalised) && chineseCurious.test(normalised) && !chineseHelping.test(normalised)
}
