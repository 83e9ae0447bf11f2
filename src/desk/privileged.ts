import { normaliseMailbox } from './normalise-mailbox.ts'

/** Whether `text` fits `pattern`, in which `*` stands for any characters or none; in time that grows with both lengths only. */
function fits(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (rest.length === 0) return text === first
  const last = rest.pop() ?? ''
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  let from = first.length
  const end = text.length - last.length
  for (const piece of rest) {
    const at = text.indexOf(piece, from)
    if (at === -1) return false
    from = at + piece.length
  }
  return from <= end
}

/** Whether a mailbox is one of those that need two postmasters (`patterns` are normalised; security.md C13). */
export function isPrivileged(mailbox: string, patterns: readonly string[]): boolean {
  const address = normaliseMailbox(mailbox)
  return patterns.some((pattern) => fits(address, pattern))
}
