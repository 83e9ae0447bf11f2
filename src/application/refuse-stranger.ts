import type { Person } from './ports.ts'
import type { Reply } from './reply.ts'

/** Guests, strangers, deactivated accounts and bots hear that Postern is not for them, and nothing else happens. */
export function refuseStranger(person: Person): Reply {
  return { language: person.language, whispers: [{ kind: 'refused', reason: 'not_member' }] }
}
