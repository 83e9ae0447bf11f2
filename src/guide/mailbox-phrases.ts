/** What goes on to name a thing of the product's, such as "mail app" or "e-mail address", is no mail. */
const mailEn = String.raw`(?:inbox|(?:spam|junk)(?: folder| mail)?|e-?mails?|mails?)\b(?!['’]s)(?!\s+(?:address|addresses|accounts?|apps?|clients?|consoles?|domains?|lists?|pages?|programs?|servers?|service|settings))`
const lookEn =
  '(?:check|read|open|see|search|find|click|tap|follow|use|look (?:in|into|at|through|for)|go to|wait for|watch)'
const proofEn = `(?:links?|codes?|messages?|passwords?|instructions|${mailEn})`
const whoseEn = '(?:your|the|that|this|our|an?|any|newest|latest|company|work)'

/** A sentence that sends its reader to the mail, in either order of its words. */
const sending: readonly RegExp[] = [
  new RegExp(String.raw`\b${lookEn}\s+(?:(?:in|into|for)\s+)?(?:${whoseEn}\s+){1,3}${mailEn}`, 'i'),
  new RegExp(String.raw`\b${proofEn}.{0,40}\b(?:in|from|by|via|with)\s+(?:${whoseEn}\s+){0,2}${mailEn}`, 'i'),
  new RegExp(
    String.raw`\b(?:sent|sends?|goes?|went|comes?|came|delivered)\b.{0,20}\bto\s+(?:${whoseEn}\s+){1,2}(?:mailbox\b|${mailEn})`,
    'i',
  ),
  /\b(?:mail|mails|mailed|e-?mail|e-?mails|e-?mailed|sends?|sent)\s+you\b.{0,30}\b(?:e-?mail|mail|link)\b/i,
  /\be?-?mailed\b.{0,12}\bto\s+you\b/i,
  /\b(?:verify|confirm|validate)\s+(?:your|the|this)\s+(?:mailbox|e-?mail)\b/i,
  /(?:查收|查看|查阅|打开|点开|点击|阅读|检查|留意|接收).{0,8}(?:邮件(?!客户端|应用|程序|软件|系统|地址|管理)|收件箱|垃圾箱|邮箱[里中内])/,
  /(?:登录|进入|打开).{0,4}邮箱.{0,6}(?:查收|查看|查阅|阅读|点击)/,
  /(?:链接|验证码|邮件|密码).{0,8}(?:发送|发|寄)(?:到|至|往|给).{0,8}(?:邮箱(?!绑定|的)|收件箱)/,
  /(?:向|往|给).{0,6}(?:邮箱|收件箱).{0,6}(?:发送|发|寄)/,
  /(?:邮件|邮箱|收件箱)[里中内]的?.{0,6}(?:链接|验证码)/,
  /验证(?!码).{0,4}(?:邮件|邮箱(?!绑定|的))/,
]

/** Mail that arrives somewhere else can be read. */
const elsewhere =
  /\b(?:private|personal|another|other|second|colleague['’]s|alternative)\s+(?:e-?mail|mail|mailbox|inbox|address)|(?:个人|私人|其他|其它|另一个?|备用|外部|同事的?)(?:的)?(?:邮箱|邮件)/i
/** A clause that warns, such as "open no links from strange mails". */
const warning =
  /\b(?:never|don['’]t|do not|must not|cannot|can['’]t|not|no|nobody|without)\b|不|勿|别(?!人)|无需|没有/i

const sentences = /[^.!?。！？;；\n]+[.!?。！？;；\n]*/g
const clauses = /[,，、:：]+/
const question = /[?？]\s*$/

function tells(piece: string): boolean {
  return !warning.test(piece) && sending.some((pattern) => pattern.test(piece))
}

/**
 * Whether a text tells its reader to read a mail, or to use a link or a code that came by mail, which nobody can who is
 * locked out of the mailbox. Questions, warnings and what is sent to another mailbox are not meant. Errs on the side of yes.
 */
export function sendsToMailbox(text: string): boolean {
  return (text.match(sentences) ?? []).some(
    (sentence) =>
      !question.test(sentence) &&
      !elsewhere.test(sentence) &&
      [sentence, ...sentence.split(clauses)].some(tells),
  )
}
