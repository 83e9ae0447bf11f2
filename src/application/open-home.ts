import type { Context } from './context.ts'
import type { Person, Tx } from './ports.ts'
import { readerOf } from './reader.ts'
import { showHome } from './refresh-home.ts'
import { refuseStranger } from './refuse-stranger.ts'
import type { Reply } from './reply.ts'

/** The person looks at the Home tab. */
export async function openHome(
  tx: Tx,
  _context: Context,
  input: { readonly person: Person },
): Promise<Reply> {
  const { person } = input
  if (!person.isMember) return refuseStranger(person)
  const reader = await readerOf(tx, person)
  await showHome(tx, reader)
  return { language: reader.language, whispers: [] }
}
