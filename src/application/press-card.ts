import type { GuideEvent } from '../guide/events.ts'
import type { Session } from '../guide/session.ts'
import type { Context } from './context.ts'
import { isLiveOf, isOf } from './current-session.ts'
import { handOverForm } from './hand-over-form.ts'
import type { Person, Tx } from './ports.ts'
import { type Reader, readerOf } from './reader.ts'
import { refuseStranger } from './refuse-stranger.ts'
import type { Reply } from './reply.ts'
import { putCard } from './show-session.ts'
import { takeTurn } from './take-turn.ts'
import { tellCase } from './tell-case.ts'

/** A button of a session's card, with the version the person saw. */
interface CardClick {
  readonly person: Person
  readonly session: string
  readonly version: number
  readonly event: GuideEvent
}

/** Shows the person's newest session as it is now, because what they clicked is of the past. */
export async function showCurrent(tx: Tx, reader: Reader): Promise<Reply> {
  const latest = await tx.sessions.latest(reader.team, reader.user)
  if (latest !== undefined) await putCard(tx, latest, reader)
  return { language: reader.language, whispers: [{ kind: 'outdated' }] }
}

/** Only a live walk goes on; whether it helped is asked of one that is over. */
function takes(session: Session | undefined, person: Person, event: GuideEvent): session is Session {
  return event.type === 'rated' ? isOf(session, person) : isLiveOf(session, person)
}

/** Acts on a click, in place; a click on an older version or a finished walk shows the current state and never acts. */
export async function pressCard(tx: Tx, context: Context, input: CardClick): Promise<Reply> {
  const { person, version, event } = input
  if (!person.isMember) return refuseStranger(person)
  const before = await readerOf(tx, person)
  const session = await tx.sessions.find(input.session)
  if (!takes(session, person, event) || session.version !== version) {
    return await showCurrent(tx, before)
  }
  const reader = event.type === 'language' ? { ...before, language: event.language } : before
  const { language } = reader
  if (event.type === 'language') await tx.people.setLanguage(person.team, person.user, language, 'chosen')
  if (event.type === 'picked' && event.flow === 'case_status' && (await tellCase(tx, context, reader))) {
    return { language, whispers: [] }
  }
  const turned = await takeTurn(tx, context, { session, isNew: false, event, reader, atBottom: false })
  if (!turned.opensHandOver) return { language, whispers: [] }
  return { language, whispers: [], modal: handOverForm(turned.session, person) }
}
