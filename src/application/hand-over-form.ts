import type { Session } from '../guide/session.ts'
import type { Person } from './ports.ts'
import type { Modal } from './reply.ts'

/** The short form that becomes a ticket, with the Slack profile's address filled in. */
export function handOverForm(session: Session, person: Person): Modal {
  const { id, version } = session
  const { email } = person
  return { kind: 'hand_over', session: id, version, ...(email === undefined ? {} : { mailbox: email }) }
}
