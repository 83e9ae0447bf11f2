const counted =
  /^\d+(?:%|st|nd|rd|th|x|h|hrs?|hours?|mins?|minutes?|days?|weeks?|months?|years?|times|digits?|characters?|chars?|am|pm|gb|mb|kb)/i
const address = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$|:\/\/|^www\.|^[\w-]+(?:\.[a-z-]+)+\.[a-z]{2,6}$/i

/** Words with letters and digits that everybody writes: products, references, dates, counts, hosts and files. */
const patterns = [
  /^(?:microsoft|office|outlook|windows|win|mac|macos|iphone|ipad|ios|android|harmony(?:os)?|huawei|mate|xiaomi|redmi|oppo|vivo|honor|magic|reno|note|samsung|galaxy|pixel|surface|foxmail|thunderbird|chrome|firefox|edge|safari|dingtalk|wechat|alimail|aliyun|thinkpad|dell|lenovo|server|exchange|room|floor|building|desk|user|version|error|code|ticket|case|step|imap|smtp|pop3|tls|sha|wi-?fi|word|excel|vpn|covid|screenshot|img|report|inv|srv|mail)(?:[-_.#: ]?[a-z])?[-_.#:]?\d[\w.#:+-]*$/i,
  /^[A-Z]{1,6}[-#]?\d+(?:\.\d+)*$/,
  counted,
  /^\d{1,2}[a-z]{3,9}\d{2,4}$/i,
  /^[@#]|:\/\/|^www\.|@.*\./,
  /^[\w-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/,
  /^1password\d?$/i,
  /^(?:0x[0-9a-f]+|2fa|mfa|h1|q[1-4]|utf-?8|mp[34]|b2[bc]|v?\d+(?:\.\d+)+)$/i,
]

/** Whether a word of letters and digits is one that everybody writes, and so no secret. */
export const isEveryday = (word: string): boolean => patterns.some((pattern) => pattern.test(word))

const opening = /^["'`([{<“「（]+/
const closing = /["'`)\]}>.,;:?”」）]+$/

/** A word without the brackets, quotes and full stops around it. */
export const bare = (word: string): string => word.replace(opening, '').replace(closing, '')

/** Whether a word is an address of a mailbox, page or host, or a count: hardly a password, even where one is announced. */
export const isAddressOrCount = (word: string): boolean => counted.test(word) || address.test(word)
