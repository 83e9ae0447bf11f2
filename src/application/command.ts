import { Language } from '../language.ts'
import { askDesk, deskQuestion } from './ask-desk.ts'
import type { Context } from './context.ts'
import { currentCase } from './current-case.ts'
import { freshSession, liveSession } from './current-session.ts'
import { hear } from './hear.ts'
import type { Person, Tx } from './ports.ts'
import { type Reader, readerOf } from './reader.ts'
import { refreshHome } from './refresh-home.ts'
import { refuseStranger } from './refuse-stranger.ts'
import type { Reply, Whisper } from './reply.ts'
import { showSession } from './show-session.ts'
import { takeTurn } from './take-turn.ts'
import { absenceFor } from './tell-requester.ts'

/** `/mail-recover` and what stands behind it. */
export interface Command {
  readonly person: Person
  readonly text: string
  /** Looked up where it is a postmaster's question; undefined where Slack did not say. */
  readonly isPostmaster?: boolean | undefined
}

const whisper = (reader: Reader, ...whispers: Whisper[]): Reply => ({ language: reader.language, whispers })

async function showMenu(tx: Tx, context: Context, reader: Reader): Promise<Reply> {
  const live = await liveSession(tx, reader)
  if (live === undefined) {
    await showSession(tx, context, {
      stored: undefined,
      next: freshSession(context, reader),
      how: 'post',
      reader,
    })
  } else {
    await takeTurn(tx, context, {
      session: live,
      isNew: false,
      event: { type: 'start_over' },
      reader,
      atBottom: true,
    })
  }
  return whisper(reader, { kind: 'see_dm' })
}

async function tellStatus(tx: Tx, context: Context, reader: Reader): Promise<Reply> {
  const ticket = await currentCase(tx, reader)
  const hasSession = (await liveSession(tx, reader)) !== undefined
  if (ticket === undefined) return whisper(reader, { kind: 'status', hasSession })
  return whisper(reader, { kind: 'status', hasSession, ticket, ...absenceFor(context, ticket) })
}

async function cancel(tx: Tx, context: Context, reader: Reader): Promise<Reply> {
  const session = await liveSession(tx, reader)
  if (session === undefined) return whisper(reader, { kind: 'cancelled', had: 'nothing' })
  await takeTurn(tx, context, {
    session,
    isNew: false,
    event: { type: 'cancelled' },
    reader,
    atBottom: false,
  })
  return whisper(reader, { kind: 'cancelled', had: 'session' })
}

async function setLanguage(tx: Tx, context: Context, before: Reader, wanted: string): Promise<Reply> {
  const language = Language.safeParse(wanted)
  if (!language.success) return whisper(before, { kind: 'bad_language' })
  const reader = { ...before, language: language.data }
  await tx.people.setLanguage(reader.team, reader.user, reader.language, 'chosen')
  const session = await liveSession(tx, reader)
  if (session === undefined) await refreshHome(tx, reader)
  else {
    const event = { type: 'language', language: reader.language } as const
    await takeTurn(tx, context, { session, isNew: false, event, reader, atBottom: false })
  }
  return whisper(reader, { kind: 'language_set' })
}

/** Answers `/mail-recover`: four words of its own and two of the postmasters', the menu when alone, and anything else is heard like a message. */
export async function command(tx: Tx, context: Context, input: Command): Promise<Reply> {
  const { person, text } = input
  if (!person.isMember) return refuseStranger(person)
  const reader = await readerOf(tx, person)
  const question = deskQuestion(text)
  if (question !== undefined)
    return whisper(reader, await askDesk(tx, context, reader, question, input.isPostmaster))
  const [word = '', argument = '', ...more] = text.trim().toLowerCase().split(/\s+/)
  if (word === '') return await showMenu(tx, context, reader)
  if (word === 'language' && more.length === 0) return await setLanguage(tx, context, reader, argument)
  if (argument === '') {
    if (word === 'help') return whisper(reader, { kind: 'help' })
    if (word === 'status') return await tellStatus(tx, context, reader)
    if (word === 'cancel') return await cancel(tx, context, reader)
  }
  return await hear(tx, context, { person, text, via: 'command', hasFiles: false })
}
