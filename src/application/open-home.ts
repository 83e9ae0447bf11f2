import type { Context } from './context.ts'
import type { Person, Tx } from './ports.ts'
import { readerOf } from './reader.ts'
import { queueFor, showHome } from './refresh-home.ts'
import { refuseStranger } from './refuse-stranger.ts'
import type { Reply } from './reply.ts'

interface HomeVisit {
  readonly person: Person
  /** Undefined where Slack did not say. */
  readonly isPostmaster: boolean | undefined
}

/** The person looks at the Home tab. Postmasters see what is to be done; where Slack does not say who is one, nobody does. */
export async function openHome(
  tx: Tx,
  context: Context,
  { person, isPostmaster }: HomeVisit,
): Promise<Reply> {
  if (!person.isMember) return refuseStranger(person)
  const reader = await readerOf(tx, person)
  const { language } = reader
  const queue = isPostmaster === true ? await queueFor(tx, context, reader) : undefined
  await showHome(tx, reader, isPostmaster === undefined ? 'unchecked' : queue)
  return { language, whispers: [] }
}
