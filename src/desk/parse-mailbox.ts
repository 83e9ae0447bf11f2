import { domainToASCII } from 'node:url'
import { z } from 'zod'

/** Of the part before the `@`, zod's own rule, tried with a domain that is one. */
const Name = z.string().refine((name) => z.email().safeParse(`${name}@example.com`).success)
/** Labels of at most 63 letters, digits and hyphens, the last one a name (RFC 1035, 2.3.1). */
const Domain = z
  .string()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/i)
/** Characters that end or change a domain where a URL is read. */
const noDomain = /[\s/\\?#@:%[\]<>^|]/
/** The longest address that mail can carry (RFC 5321, 4.5.3.1.3). */
const longest = 254

/** A domain in Chinese, or another script, as it stands in the DNS, where a look-alike shows. */
function inDns(domain: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is ASCII keeps its spelling
  return /^[\x00-\x7f]*$/.test(domain) ? domain : domainToASCII(domain)
}

/**
 * What somebody typed as a mailbox, without the forms Chinese keyboards give (`＠`, `．`, `。`), its domain in ASCII; undefined
 * when it is no address.
 */
export function parseMailbox(text: string): string | undefined {
  const typed = text.normalize('NFKC').replaceAll('。', '.').trim()
  const at = typed.lastIndexOf('@')
  if (at < 1 || noDomain.test(typed.slice(at + 1))) return undefined
  const name = typed.slice(0, at)
  const domain = inDns(typed.slice(at + 1))
  if (!Name.safeParse(name).success || !Domain.safeParse(domain).success) return undefined
  const address = `${name}@${domain}`
  return address.length <= longest ? address : undefined
}
