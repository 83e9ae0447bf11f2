import type { Actor } from '../desk/action.ts'
import { addressesOf } from '../desk/match-mailbox.ts'
import type { Context } from './context.ts'
import type { Person } from './ports.ts'

/** Somebody and whether they are a postmaster, both as looked up for this very click or form. */
export interface Colleague {
  readonly person: Person
  readonly isPostmaster: boolean
}

/** A person as the desk judges them. */
export function actorOf({ person, isPostmaster }: Colleague, context: Context): Actor {
  const { team, user, isMember, email } = person
  return { team, user, isMember, isPostmaster, addresses: addressesOf(email, context.policy.aliasDomains) }
}
