import type { Heard } from '../guide/events.ts'
import { actOnTicket } from './act-on-ticket.ts'
import type { Context } from './context.ts'
import { currentCase } from './current-case.ts'
import { freshSession, liveSession, showWhereTheyAre } from './current-session.ts'
import { heardIn } from './heard-in.ts'
import { isBeyondLimit, noteFirstBeyond, noteHeard } from './note-heard.ts'
import type { Person, Tx } from './ports.ts'
import { type Reader, readerWriting, reading } from './reader.ts'
import { refuseStranger } from './refuse-stranger.ts'
import { removeSecrets, withoutMarks } from './remove-secrets.ts'
import type { Reply, TypedIn, Whisper } from './reply.ts'
import { dmOf } from './show-session.ts'
import { takeTurn } from './take-turn.ts'
import { tellCase } from './tell-case.ts'

/** What somebody typed, mention stripped. The words themselves are never stored, unless they answer a postmaster's question. */
export interface Utterance {
  readonly person: Person
  readonly text: string
  readonly via: 'dm' | 'mention' | 'command'
  readonly hasFiles: boolean
}

const typedIn = { dm: 'dm', mention: 'channel', command: 'form' } as const satisfies Record<
  Utterance['via'],
  TypedIn
>

function asksForCase(heard: Heard): boolean {
  return heard.kind === 'accept' && heard.intent === 'case_status'
}

/** The guide's answer to understood words, in the DM. Words beside a file that say nothing take nobody off their walk. */
async function answer(
  tx: Tx,
  context: Context,
  reader: Reader,
  utterance: Utterance,
  words: string,
): Promise<void> {
  const { person, hasFiles } = utterance
  const heard = heardIn(context.guide, context.classifier.understand(words), words)
  await noteHeard(tx, context, person, heard.kind)
  if (asksForCase(heard) && (await tellCase(tx, context, reader))) return
  if (await answersPostmaster(tx, context, reader, utterance, words)) return
  if (hasFiles && heard.kind === 'fallback') return await showWhereTheyAre(tx, context, reader)
  const live = await liveSession(tx, reader)
  await takeTurn(tx, context, {
    session: live ?? freshSession(context, reader),
    isNew: live === undefined,
    event: { type: 'said', heard },
    reader,
    atBottom: true,
  })
}

/** As much as the form for an answer takes. */
const longestAnswer = 2000

/** Words in the DM of somebody who is on no walk, while a postmaster waits for their answer, are that answer. */
async function answersPostmaster(
  tx: Tx,
  context: Context,
  reader: Reader,
  { person, via }: Utterance,
  words: string,
): Promise<boolean> {
  if (via !== 'dm' || (await liveSession(tx, reader)) !== undefined) return false
  const ticket = await currentCase(tx, reader)
  if (ticket?.state !== 'waiting') return false
  const text = [...words].slice(0, longestAnswer).join('')
  const { number, version } = ticket
  const action = { type: 'add', text } as const
  const click = { person, isPostmaster: false, ticket: number, version, action }
  return (await actOnTicket(tx, context, click)).fieldErrors === undefined
}

async function sayTextOnly(tx: Tx, context: Context, reader: Reader): Promise<void> {
  await tx.posts.put({
    id: context.ids.next(),
    surface: dmOf(reader),
    view: { kind: 'notice', ...reading(reader), notice: 'text_only' },
  })
}

/** More in a minute than anybody types who reads the answers: nothing is done, and it is said once. What they pasted is warned about all the same. */
async function askToWait(
  tx: Tx,
  context: Context,
  { person, via }: Utterance,
  { language }: Reader,
  warnings: readonly Whisper[],
): Promise<Reply> {
  const isFirst = await noteFirstBeyond(tx, context, person)
  const told: Whisper[] = isFirst || via === 'command' ? [{ kind: 'too_fast' }] : []
  return { language, whispers: [...warnings, ...told] }
}

/**
 * Answers what a person typed: secrets removed first, then classified, then the guide. The answer is in their DM, whatever way
 * it came. However it is understood, it opens no ticket and no form: that takes a button.
 */
export async function hear(tx: Tx, context: Context, input: Utterance): Promise<Reply> {
  const { person, via, hasFiles } = input
  if (!person.isMember) return refuseStranger(person)
  const { texts, whispers: warnings } = removeSecrets([input.text], typedIn[via])
  const words = withoutMarks(texts.join(' '))
  const reader = await readerWriting(tx, person, words)
  const whispers: Whisper[] = [...warnings, ...(via === 'dm' ? [] : [{ kind: 'see_dm' } as const])]

  if (await isBeyondLimit(tx, context, person)) return await askToWait(tx, context, input, reader, warnings)
  if (hasFiles) await sayTextOnly(tx, context, reader)
  if (words !== '') await answer(tx, context, reader, input, words)
  else {
    await noteHeard(tx, context, person, 'not_read')
    if (!hasFiles || warnings.length > 0) await showWhereTheyAre(tx, context, reader)
  }

  return { language: reader.language, whispers }
}
