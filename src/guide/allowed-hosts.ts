/**
 * The only hosts that content and settings may link to: Alibaba Mail's own log-on pages, its consoles and its help.
 * From the product's official pages; a reseller's page or a look-alike domain is never on it.
 */
export const allowedHosts: readonly string[] = [
  'qiye.aliyun.com',
  'mail.xc.aliyun.com',
  'mail.sg.aliyun.com',
  'mail.hk.aliyun.com',
  'mail.de.alibabacloud.com',
  'mail.us.alibabacloud.com',
  'mail.console.aliyun.com',
  'alimail.console.aliyun.com',
  'help.aliyun.com',
  'www.alibabacloud.com',
]

/** Hosts that serve more than mail, with the only path on them that may be linked to. */
const onlyBelow: Readonly<Record<string, string>> = { 'www.alibabacloud.com': '/help/en/alibaba-mail/' }

/** Whether `url` may be shown as a link: https, an exact host of the list, no port, no user name. Never throws. */
export function isAllowedLink(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password, pathname } = new URL(url)
  if (protocol !== 'https:' || username !== '' || password !== '') return false
  return allowedHosts.includes(host) && pathname.startsWith(onlyBelow[host] ?? '/')
}
