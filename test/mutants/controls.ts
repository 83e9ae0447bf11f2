/** What protects the desk, by number, in one line each. */
export const controls = {
  C1: 'No form field and no text asks for a secret',
  C2: 'No secret is stored, logged or passed on',
  C3: 'Whoever typed a secret is told at once, and alone',
  C4: 'Logs hold fixed messages and listed fields only',
  C5: 'Postmasters are watched too, in their channel and their replies',
  C6: 'Only full members of the home workspace; no answer is a no',
  C7: 'A ticket holds who asked as Slack knew them then',
  C8: 'The mailbox is held against the Slack address; look-alikes are refused',
  C9: 'A mailbox that is not surely one’s own makes a report',
  C10: 'The mailbox’s owner is told, and can stop the case',
  C11: 'Nobody learns whether a mailbox exists',
  C12: 'Every click and every form is authorised anew',
  C13: 'Privileged mailboxes need two postmasters',
  C14: 'Nothing is resolved without an identity check',
  C15: 'Postern resets nothing and sees no credential',
  C16: 'What looks like an attack raises an alarm',
  C17: 'Requests are signed, and neither old nor from the future',
  C18: 'What is delivered twice has one effect',
  C19: 'Nobody can flood the desk',
  C20: 'People can tell the real Postern from another',
  C21: 'People’s text is shown as text, and does nothing',
  C22: 'Links lead to listed hosts only; people’s links lead nowhere',
  C23: 'What is understood of a message opens no ticket and gives no link',
  C24: 'Every action and refusal is a line that cannot be changed unseen',
  C25: 'Records go when they were kept long enough, and when a person asks',
} as const

export type Control = keyof typeof controls

/** Those that are not built yet, and so have no mutants. */
export const notBuilt: readonly Control[] = []
