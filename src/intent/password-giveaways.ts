import { passwordName } from './announced-passwords.ts'
import { bare, isEveryday } from './everyday-words.ts'
import { isPlain } from './plain-words.ts'
import type { Giveaway } from './secret-hit.ts'

/** Letters and digits, or a symbol between letters. */
const shaped = '(?=[!-~]{0,60}\\d)(?=[!-~]{0,60}[A-Za-z])[!-~]{5,60}'
const isHarmless = (secret: string): boolean => isEveryday(bare(secret))
const group = '[A-Za-z0-9]{4}'

/** Passwords that their place shows: in addresses, in commands, in settings, beside a user name, on the next line. */
export const passwordGiveaways: readonly Giveaway[] = [
  {
    kind: 'password',
    pattern: new RegExp(
      `@[\\w-]{1,60}\\.[\\w.-]{2,60}\\s{0,2}[,，]?\\s{0,2}(?:and )?${passwordName}\\s{1,2}(?<secret>[!-~]{4,60})`,
      'dgi',
    ),
    unless: (secret) => isPlain(bare(secret)) || isHarmless(secret),
  },
  {
    kind: 'password',
    pattern: new RegExp(`${passwordName}\\s{0,2}[(（](?<secret>[^)）\\n]{4,60})[)）]`, 'dgi'),
    unless: (secret) => !/\s/.test(secret) || secret.split(/\s+/).some((word) => isPlain(bare(word))),
  },
  {
    kind: 'password',
    pattern: /(?<![\w.@-])(?:admin|root|user|guest):(?<secret>(?=[!-~]{0,60}\d)[!-~]{5,60})/dgi,
    unless: isHarmless,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `${passwordName}[\\p{Script=Han},，]{0,12}(?:就是|是)\\s{0,2}(?<secret>${shaped})`,
      'dgiu',
    ),
    unless: isHarmless,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `(?:\\b(?:account|user(?: ?name)?|id|login|e?mail)|账号|帐号|用户名|邮箱)\\s{0,2}[:：]?\\s{0,2}(?=[\\w-]{0,40}[.@_\\d])[\\w.@-]{3,64}\\s{0,2}[,，]?\\s{0,2}(?:and )?${passwordName}\\s{1,2}(?<secret>[!-~]{4,60})`,
      'dgi',
    ),
    unless: (secret) => isPlain(bare(secret)) || isHarmless(secret),
  },
  { kind: 'password', pattern: /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/]{0,64}:(?<secret>[^\s/]{1,80})@[\w.-]/dgi },
  {
    kind: 'password',
    pattern: /\s-u\s{1,2}[^\s:]{1,64}:(?<secret>[^\s[][^\s]{2,60})/dg,
    among: /\b(?:curl|wget)\b/i,
  },
  { kind: 'password', pattern: /\bmysql[^\n]{0,60}?\s-p(?<secret>[^\s[-][^\s]{2,60})/dg },
  {
    kind: 'password',
    pattern:
      /(?<![A-Za-z])(?:password|passwd|passphrase|pass|pwd)["']?\s?[:=]\s?["']?(?<secret>[^\s"',;&}]{3,80})/dgi,
    among: /[A-Za-z]_(?:pass|pwd)|["{;]\s?["']?(?:pass|pwd)|&(?:pass|pwd)/i,
    unless: (secret) => isPlain(bare(secret)),
  },
  {
    kind: 'password',
    pattern: new RegExp(`${passwordName}\\s{0,3}[“「（(]?(?<secret>${shaped})`, 'dgi'),
    unless: (secret) => isHarmless(secret) || /^[:=]/.test(secret),
  },
  {
    kind: 'password',
    pattern: new RegExp(`${passwordName}\\s{0,2}["“「'](?<secret>[^"”」'\\n]{4,60})["”」']`, 'dgi'),
    unless: (secret) => !/\d|\s/.test(secret) || secret.split(/\s+/).every((word) => isPlain(bare(word))),
  },
  {
    kind: 'password',
    pattern:
      /(?:pin|锁屏密码|开机密码|密码|口令|passcode|PIN码)\s{0,3}(?<secret>\d{4,20})(?![\d年位个次天:/.-])/dgi,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `(?:(?:app|client|application|应用|专用|安全)\\s?(?:specific )?(?:password|密码)|授权码)s?\\s{0,2}(?:is|是|为|:|=)?\\s{0,3}(?<secret>(?:${group}[ -]){3}${group})(?![A-Za-z0-9])`,
      'dgi',
    ),
    unless: (secret) => secret.split(/[ -]/).some((word) => isPlain(word)),
  },
  {
    kind: 'password',
    pattern:
      /(?<![\w.+/@=-])(?<secret>(?=[A-Za-z]{0,15}\d)(?=[a-z0-9]{0,15}[A-Z])(?=[A-Z0-9]{0,15}[a-z])[A-Za-z0-9]{16})(?![\w@/-])/dg,
    unless: isHarmless,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `\\b(?:reset|set|change[ds]?|make)\\b[^.\\n]{0,40}?\\b(?:to|as)\\s{1,2}["']?(?<secret>${shaped})`,
      'dgi',
    ),
    unless: isHarmless,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `(?:改成|改为|设成|设为|设置为|重置成|重置为|换成)了?\\s{0,2}[“「"]?(?<secret>${shaped})`,
      'dgi',
    ),
    unless: isHarmless,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `(?:\\b(?:credentials?|log ?-?in(?: details?)?|account)|账密|账号密码|帐号密码)\\s{0,2}(?:are|is|:|是)?\\s{0,3}[\\w.@-]{2,60}\\s{0,2}[/|,， ]\\s{0,2}(?:with |pw |pass )?(?<secret>${shaped})`,
      'dgi',
    ),
    unless: isHarmless,
  },
  {
    kind: 'password',
    pattern: new RegExp(`(?<![\\w/:.])[\\w.@-]{2,60}\\s{0,2}/\\s{0,2}(?<secret>${shaped})`, 'dgi'),
    among: /log ?in|credential|details|\buser|\bpass|账号|帐号|密码|账密/i,
    unless: isHarmless,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `${passwordName}[^\\n]{0,40}(?:[?？:]|\\b(?:wrote|typed|entered|put|answered|said|sent)|是什么|是多少|${passwordName})[ \\t]{0,2}\\n\\s{0,4}(?<secret>[!-~]{4,60})(?=\\s*(?:\\n|$))`,
      'dgi',
    ),
    unless: (secret) => isPlain(bare(secret)) || isHarmless(secret),
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `${passwordName}[ \\t]{0,2}\\n\\s{0,4}(?<secret>[!-~]{4,60})(?=\\s*(?:\\n|$))`,
      'dgi',
    ),
    unless: (secret) => isPlain(bare(secret)) || isHarmless(secret),
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `${passwordName}[^\\n]{0,60}?[.?!。？！]\\s{1,3}(?<secret>${shaped})(?=\\s{0,3}(?:[.!。]?\\s{0,2}$|\\n))`,
      'dgi',
    ),
    unless: isHarmless,
  },
]
