/** Systems with a log-in of their own, by family. Named without the mailbox, the message is about them. */
const systems = [
  // Networks, directories and single sign-on
  'vpn|globalprotect|any ?connect|forticlient|forti ?gate|pulse secure|zscaler|openvpn|easy ?connect|wi-?fi|wlan|router|citrix|rdp|remote desktop|ssh|' +
    'active directory|ad (?:account|user|password|login)|ad(?=账号|密码|域)|ldap|domain (?:account|user|password|login)|okta|onelogin|keycloak|jumpcloud|entra|' +
    '(?:sso|single sign-?on) portal|bitlocker|windows|mainframe|intranet|sim pin|voicemail',
  // Finance, customers, people
  'erp|sap|oa|crm|oracle|netsuite|peoplesoft|dynamics (?:365|xnum|crm)|quickbooks|salesforce|hubspot|zendesk|freshdesk|servicenow|marketo|mailchimp|zoho|coupa|ariba|kronos|ukg|cognos|' +
    'hris|hr (?:tool|system|portal)|ess|workday|bamboohr|successfactors|adp|payroll|timesheet|attendance|expensify|docusign|moodle|coursera|udemy',
  // Building things and working together
  'jira|confluence|bitbucket|gitlab|github|jenkins|grafana|kibana|splunk|snowflake|databricks|mysql|aws|azure|tableau|power ?bi|figma|sketchup|canva|' +
    'adobe|autodesk|autocad|trello|asana|airtable|miro|basecamp|evernote|sharepoint|one ?drive|dropbox|google (?:account|drive|workspace)|smartsheet|mulesoft|npm|postgres|chatgpt|openai|excel|pdf|zip file|' +
    'skype|webex|zoom|(?:ms|microsoft) teams|teams (?:account|app|login|password)|slack (?:account|login|password)|(?:microsoft|office|apple|adobe) (?:365 |xnum )?account|' +
    'icloud|apple id|password manager|lastpass|1password|bitwarden|dashlane|printer',
  // Private life
  'facebook|instagram|snapchat|twitter|tiktok|whatsapp|telegram|discord|linkedin|reddit|pinterest|netflix|spotify|youtube|uber|amazon|ebay|paypal|steam|roblox|xbox|playstation|kindle|airbnb|' +
    'dingtalk|wechat|wecom|feishu|lark|wps|alipay|taobao|aliexpress|bank(?:ing)? (?:account|app|login|password)|online banking',
].join('|')
const chineseSystems =
  '无线网|锁屏|堡垒机|服务器|数据库|域账号|域控|域用户|域密码|内网|路由器|宽带|深信服|单点登录平台|加密狗|' +
  'hr系统|hr平台|考勤|打卡|报销|工资|社保|公积金|财务系统|人事系统|金蝶|用友|泛微|致远|蓝凌|北森|帆软|浪潮|纷享销客|销售易|云之家|易快报|明源|学习通|国家电网|蓝湖|' +
  '钉钉|微信|企微|飞书|蓝信|腾讯会议|腾讯文档|石墨文档|金山文档|语雀|禅道|网盘|印象笔记|门禁|保险柜|打印机|压缩包|' +
  '支付宝|淘宝|京东|拼多多|美团|携程|滴滴|qq|微博|抖音|快手|小红书|知乎|百度|网易云|得物|网银|手机银行|苹果id|公众号|小程序|游戏|svn'

/** Names that are ordinary words as well: systems only where one logs in to them or has an account there. */
const everyday = 'notion|concur|monday|box|linear|epic|sage|duo|quip|slack|teams|line|signal|x'
/** What a card has: a number of it is also given as an answer to a security question, and then is no system. */
const cards = '(?:bank|credit|debit) card'

/** Words of other subjects: they hint, but prove nothing. */
const hints =
  'laptop|pc|computer|macbook|iphone|ipad|teams|slack|hub|portal|database|server|docker|badge|bank|tool|kiosk|card|invoice|order|' +
  'meeting|calendar|attachment|spam|signature|folder|software|license|driver|screen|headset|monitor|quiz|exam|homework|survey|desk phone|landline|leave request|vacation'
const chineseHints =
  '电脑|笔记本|考试|作业|问卷|座机|分机|应聘|请假|会议室|附件|签名|自动回复|垃圾邮件|发票|订单|快递|软件|显示器|键盘|网络|银行卡|信用卡'

const device = 'laptop|notebook|pc|computer|macbook|mac|iphone|ipad|tablet'
const into =
  'unlock|password (?:reset )?(?:for|of|on|to)|login(?: to)?|into|lock(?:ed)? out of|pin (?:for|of)'
const english = new RegExp(
  `\\b(?:${systems})\\b|\\b(?:${into}) (?:my |the |this |our )?(?:${device}|${everyday}|${cards})\\b|` +
    `\\b(?:${device}|${everyday}|${cards})(?:[. ]com)? (?:password|pin|login|account)\\b|\\b${cards} (?:is |was )?(?:lock|locked|blocked|steal)\\b`,
)
const chinese = new RegExp(
  `${chineseSystems}|(?:电脑|开机|笔记本|手机锁屏|银行卡|信用卡)的?(?:密码|账号)|(?:银行卡|信用卡)被`,
)
const hinting = new RegExp(`\\b(?:${hints})s?\\b|${chineseHints}`)

const asWord = `\\b(?:${systems})\\b`
/** A system that works, or that is the bait of a fraud, is not what the message is about. */
const besides = new RegExp(
  `${asWord} (?:\\w+ )?(?:works|opens|is (?:fine|ok|okay))\\b(?! not)|(?:${chineseSystems})(?:都|还)?(?:能|可以|正常|没问题)(?=.{0,12}[，,但])|` +
    `\\b(?:fake|phishing|scam|bogus|pretend(?:ed|ing)? to be)(?: \\w+){0,3} ${asWord}|\\b(?:link|message|notice|call|sms|page) (?:about|from|of) (?:my |the |a |an )?${asWord}|` +
    `(?:冒充|假冒|仿冒|假的?|伪装成).{0,3}(?:${chineseSystems}|银行)`,
  'g',
)

const mail = /\b(?:mail|webmail|outlook|foxmail|postmaster|qiye)\b|邮箱|邮件|阿里邮/
/** The mailbox itself, not what is in it or done with it. */
const mailbox =
  /\b(?:my|the|our|company|work|business|corporate) (?:company |work |business |corporate )*(?:mail|webmail)\b(?! (?:client|app|signature|rule|folder|attachment))|\b(?:mail|webmail) (?:password|account|login)\b|(?:企业|公司|工作|我的?)邮箱|邮箱的?(?:密码|账号|登|进|打不|提示)/
const otherMail = /\b(?:gmail|google mail|yahoo|hotmail|icloud mail|protonmail|gmx)\b|163邮|126邮|qq邮|新浪邮/
const ownMail = /\b(?:alimail|alibaba|company|work|business)\b|公司|企业|阿里|工作邮/
/** Other companies' mail for companies. */
const rivalMail = /(?:腾讯|网易|新网|qq|163|微软)(?:的)?企业邮|\bexmail\b/
/** Codes that are scanned for something else than logging in. */
const otherCodes =
  /\b(?:bar ?code|parcel|label|receipt|payment|parking|boarding)\b|食堂|点餐|标签|付款|收款|支付|快递|停车|单车|门票|名片|条形?码|怎么(?:生成|制作|打印).{0,2}二维码/
/** An address elsewhere that the mailbox is recovered with. */
const recoveryMail =
  /\b(?:recovery|backup|back-?up|alternate|alternative|secondary|rescue) (?:mail|address|account|contact|one|is|was)\b|(?:备用|辅助|密保|安全|绑定?的?|找回密码的)(?:邮箱|邮件)/
const scanning = /\b(?:qr|scan)|扫|二维码/

/** What normalised text says about other systems. */
interface OtherSystem {
  /** Another system is named, and neither the mailbox nor scanning is. */
  readonly named: boolean
  /** Some word belongs to another subject. */
  readonly hinted: boolean
}

export function otherSystem(normalised: string): OtherSystem {
  const isChinese = /\p{Script=Han}/u.test(normalised)
  const names = (text: string): boolean => english.test(text) || (isChinese && chinese.test(text))
  const system = names(normalised)
  const isOther = system && !mail.test(normalised) && !scanning.test(normalised)
  const isOtherMail =
    otherMail.test(normalised) && !ownMail.test(normalised) && !recoveryMail.test(normalised)
  const isRival = rivalMail.test(normalised) && !/阿里|\balimail\b/.test(normalised)
  const isOtherCode = scanning.test(normalised) && otherCodes.test(normalised) && !mail.test(normalised)
  const named = isOtherCode || (isOther && names(normalised.replace(besides, ' '))) || isOtherMail || isRival
  return { named, hinted: named || ((system || hinting.test(normalised)) && !mailbox.test(normalised)) }
}

const anyName = new RegExp(`${asWord}|${chineseSystems}|${otherMail.source}`, 'g')

/** Without the names of other systems where the mailbox is what the text is about: there they say nothing. */
export function withoutBystanders(normalised: string): string {
  const isOurs = mailbox.test(normalised) || recoveryMail.test(normalised)
  return isOurs && !otherSystem(normalised).named ? normalised.replace(anyName, ' ') : normalised
}
