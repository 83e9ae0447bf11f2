import type { Context } from './context.ts'
import { showWhereTheyAre } from './current-session.ts'
import type { Person, Tx } from './ports.ts'
import { type Reader, readerOf, reading } from './reader.ts'
import { refuseStranger } from './refuse-stranger.ts'
import type { Reply } from './reply.ts'
import { dmOf } from './show-session.ts'
import { tellCase } from './tell-case.ts'

/** A button of the Home tab. */
interface HomeClick {
  readonly person: Person
  readonly button: 'start' | 'status'
}

async function tellStatus(tx: Tx, context: Context, reader: Reader): Promise<void> {
  if (await tellCase(tx, context, reader)) return
  await tx.posts.put({
    id: context.ids.next(),
    surface: dmOf(reader),
    view: { kind: 'notice', ...reading(reader), notice: 'no_open_case' },
  })
}

/** Begins (or goes on with) the walk, or tells how the case stands; both in the DM. */
export async function pressHome(tx: Tx, context: Context, input: HomeClick): Promise<Reply> {
  const { person, button } = input
  if (!person.isMember) return refuseStranger(person)
  const reader = await readerOf(tx, person)
  switch (button) {
    case 'start':
      await showWhereTheyAre(tx, context, reader)
      break
    case 'status':
      await tellStatus(tx, context, reader)
      break
  }
  return { language: reader.language, whispers: [] }
}
