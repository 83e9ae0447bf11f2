import { z } from 'zod'

const Address = z.email().max(254)

/**
 * What somebody typed as a mailbox, without the forms Chinese keyboards give (`＠`, `．`, `。`); undefined when it is no address.
 * 254 characters is the longest address that mail can carry (RFC 5321, 4.5.3.1.3).
 */
export function parseMailbox(text: string): string | undefined {
  const address = text.normalize('NFKC').replaceAll('。', '.').trim()
  return Address.safeParse(address).success ? address : undefined
}
