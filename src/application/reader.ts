import { detectLanguage } from '../intent/detect-language.ts'
import type { Language } from '../language.ts'
import type { Person, Tx } from './ports.ts'

/** Whom a post is for: in which language, and where times are told. */
export interface Reader {
  readonly team: string
  readonly user: string
  readonly language: Language
  readonly timeZone?: string
}

/** The part of a reader that a view keeps. */
export function reading(reader: Reader): { language: Language; timeZone?: string } {
  const { language, timeZone } = reader
  return timeZone === undefined ? { language } : { language, timeZone }
}

function readerIn(person: Person, language: Language): Reader {
  const { team, user, timeZone } = person
  return { team, user, language, ...(timeZone === undefined ? {} : { timeZone }) }
}

/** The person as a reader, in the language they chose or last wrote in, else Slack's. */
export async function readerOf(tx: Tx, person: Person): Promise<Reader> {
  return readerIn(person, (await tx.people.language(person.team, person.user)) ?? person.language)
}

/** As `readerOf`, once the language they write in now, where it tells one, is remembered. */
export async function readerWriting(tx: Tx, person: Person, text: string): Promise<Reader> {
  const written = detectLanguage(text)
  if (written !== undefined) await tx.people.setLanguage(person.team, person.user, written, 'written')
  return await readerOf(tx, person)
}
