import { domainToASCII } from 'node:url'

/**
 * The one spelling of an address, by which two are compared: NFKC, lower case, no space around, the domain as it stands in the
 * DNS (IDNA, `xn--…`). A `+tag` stays, for not every mail system drops it.
 */
export function normaliseMailbox(address: string): string {
  const text = address.normalize('NFKC').toLowerCase().trim()
  const at = text.lastIndexOf('@')
  if (at === -1) return text
  const domain = text.slice(at + 1)
  return `${text.slice(0, at)}@${domainToASCII(domain) || domain}`
}
