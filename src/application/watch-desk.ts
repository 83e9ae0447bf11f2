import type { Person, Tx } from './ports.ts'
import { readerOf } from './reader.ts'
import { removeSecrets } from './remove-secrets.ts'
import type { Reply } from './reply.ts'

/** Something said in the postmasters' channel, in a thread or not. */
interface DeskMessage {
  readonly person: Person
  readonly text: string
}

/** Warns a postmaster who pasted a secret, such as a first password, where all of them can read it. Keeps nothing, does nothing else. */
export async function watchDesk(tx: Tx, { person, text }: DeskMessage): Promise<Reply> {
  const { whispers } = removeSecrets([text], 'desk')
  return { language: (await readerOf(tx, person)).language, whispers }
}
