/** Systems with a log-in of their own. Named without the mailbox, the message is about them. */
const systems =
  'vpn|wi-?fi|wlan|erp|sap|oa|crm|hris|hr (?:tool|system|portal)|ess|workday|salesforce|jira|confluence|gitlab|github|' +
  'jenkins|windows|icloud|apple id|bitlocker|active directory|domain account|remote desktop|rdp|citrix|skype|' +
  '(?:ms|microsoft) teams|teams (?:account|app|login|password)|zoom|webex|slack (?:account|login|password)|facebook|instagram|snapchat|' +
  'twitter|tiktok|whatsapp|telegram|netflix|spotify|uber|amazon|paypal|bank (?:account|app|card)|credit card|debit card|' +
  'steam|discord|linkedin|google (?:account|drive)|one ?drive|sharepoint|dropbox|microsoft account|' +
  'dingtalk|wechat|alipay|taobao|aliexpress|printer|intranet|payroll|timesheet|attendance|mysql|ssh|aws|azure|router|' +
  'sim pin|excel|pdf|zip file|password manager|lastpass|1password|bitwarden'
const chineseSystems =
  'vpn|wifi|无线网|锁屏|钉钉|微信|支付宝|淘宝|qq|微博|抖音|飞书|考勤|打卡|报销|工资|社保|财务系统|人事系统|' +
  'oa|erp|crm|sap|hr|金蝶|用友|堡垒机|服务器|数据库|域账号|内网|网盘|门禁|保险柜|银行卡|网银|手机银行|信用卡|打印机|' +
  '腾讯会议|zoom|teams|skype|windows|github|gitlab|jira|svn|苹果id|apple id|icloud|路由器|宽带|公众号|小程序|游戏|压缩包|excel|pdf'

/** Words of other subjects: they hint, but prove nothing. */
const hints =
  'laptop|pc|computer|macbook|iphone|ipad|teams|slack|hub|portal|database|server|docker|badge|bank|tool|kiosk|card|invoice|order|' +
  'meeting|calendar|attachment|spam|signature|folder|software|license|driver|screen|headset|monitor|电脑|笔记本|会议室|附件|' +
  '签名|自动回复|垃圾邮件|发票|订单|快递|软件|显示器|键盘|网络'

const device = 'laptop|notebook|pc|computer|macbook|mac|iphone|ipad|tablet'
const english = new RegExp(
  `\\b(?:${systems})\\b|\\b(?:unlock|password (?:for|of|on|to)|login|lock out of|pin (?:for|of)) (?:my |the |this |our )?(?:${device})\\b|` +
    `\\b(?:${device}) (?:password|pin|login|account)\\b`,
)
const chinese = new RegExp(`${chineseSystems}|(?:电脑|开机|笔记本|手机锁屏)的?(?:密码|账号)`)
const hinting = new RegExp(
  `\\b(?:${hints.replace(/\|电脑.*/, '')})s?\\b|${hints.slice(hints.indexOf('电脑'))}`,
)

const mail = /\b(?:mail|webmail|outlook|foxmail|postmaster|qiye)\b|邮箱|邮件|阿里邮/
const otherMail = /\b(?:gmail|google mail|yahoo|hotmail|icloud mail|protonmail|gmx)\b|163邮|126邮|qq邮|新浪邮/
const ownMail = /\b(?:alimail|alibaba|company|work|business)\b|公司|企业|阿里|工作邮/
const scanning = /\b(?:qr|scan)|扫|二维码/

/** What normalised text says about other systems. */
interface OtherSystem {
  /** Another system is named, and neither the mailbox nor scanning is. */
  readonly named: boolean
  /** Some word belongs to another subject. */
  readonly hinted: boolean
}

export function otherSystem(normalised: string): OtherSystem {
  const system = english.test(normalised) || (/\p{Script=Han}/u.test(normalised) && chinese.test(normalised))
  const named =
    (system && !mail.test(normalised) && !scanning.test(normalised)) ||
    (otherMail.test(normalised) && !ownMail.test(normalised))
  return { named, hinted: system || named || hinting.test(normalised) }
}
