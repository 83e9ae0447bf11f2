const secretEn = `(?:passwords?|passcodes?|pass phrases?|verification codes?|security codes?|codes?|pins?|security answers?|answers?)`
const handOverEn = `(?:send|tell|give|share|provide|reply|post|paste|message|forward|dm|write)`
const hereEn = String.raw`\b(?:here|below|to (?:me|us|postern|the bot)|(?:in|into) (?:this|the) (?:chat|channel|thread|dm|form|slack))\b`

/** A sentence that asks for a secret, in either order of its words. */
const asking: readonly RegExp[] = [
  new RegExp(
    String.raw`\b${handOverEn}\s+(?!you\b)(?:\S+\s+){0,5}?(?:me|us|your|postern)\b.{0,60}?\b${secretEn}\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:type|enter|put|fill in|submit|${handOverEn})\b.{0,60}\b${secretEn}\b.{0,40}${hereEn}`,
    'i',
  ),
  new RegExp(String.raw`${hereEn}.{0,30}\b(?:type|enter|${handOverEn})\b.{0,40}\b${secretEn}\b`, 'i'),
  new RegExp(String.raw`\b(?:type|enter|${handOverEn})\b\s+${hereEn}.{0,40}\b${secretEn}\b`, 'i'),
  new RegExp(String.raw`\bwhat(?:'s|’s| is| was| are| were)\b.{0,20}\byour\b.{0,30}\b${secretEn}\b`, 'i'),
  /(?:把|将).{0,12}(?:密码|验证码|动态码|校验码|答案).{0,12}(?:发|告诉|告知|提供|回复|写|填|贴|输入).{0,6}(?:我|这里|此处|机器人|群里|聊天|对话|下方)/,
  /(?:发给|发送给?|告诉|告知|提供给?|回复|写给).{0,4}(?:我们?|您的|你的|机器人).{0,12}(?:密码|验证码|动态码|校验码|答案)/,
  /(?:密码|验证码|动态码|校验码|答案).{0,8}(?:发给|发到|发送到|告诉|告知|提供给|回复给?)(?:我|这里|机器人|群)/,
  /(?:在|到)(?:这里|此处?|下方|聊天中?|对话中?|本表单).{0,8}(?:输入|填写|发送|回复|提供|写|贴).{0,10}(?:密码|验证码|动态码|校验码|答案)/,
  /(?:请|需要您?)(?:发送|提供|回复|告知).{0,8}(?:密码|验证码|动态码|校验码|答案)/,
  /(?:您|你)的?.{0,6}(?:密码|验证码|动态码|校验码|答案)(?:是什么|是多少|是哪)/,
]

/** A sentence that forbids, such as "never post your password here". */
const forbidding = /\b(?:never|don['’]t|do not|must not|not|nobody|no one)\b|不|勿|别|无需|没有人/i

const sentences = /[.!?。！？;；\n]+/
const clauses = /[.!?。！？;；\n,，、:：]+/

/** Whether a text asks its reader to hand a password, a code or an answer to us or to the chat. Errs on the side of yes. */
export function asksForSecret(text: string): boolean {
  return [...text.split(sentences), ...text.split(clauses)].some(
    (piece) => !forbidding.test(piece) && asking.some((pattern) => pattern.test(piece)),
  )
}
