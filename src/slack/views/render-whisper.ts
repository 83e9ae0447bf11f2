import type { KnownBlock } from '@slack/types'
import { errorTable } from '../../application/errors.ts'
import type { Whisper } from '../../application/reply.ts'
import type { SecretKind } from '../../intent/secret-mark.ts'
import { type Language, localise } from '../../language.ts'
import { absenceText } from './absence.ts'
import { cut, escapeMrkdwn } from './escape.ts'
import { fallbackText } from './fallback-text.ts'
import { figuresBlocks } from './figures.ts'
import { queueBlocks } from './queue.ts'
import type { ViewContext } from './view-context.ts'
import { deskWords } from './words/desk-words.ts'
import { objectionWords } from './words/objection-words.ts'
import { whisperWords } from './words/whisper-words.ts'

type WhisperOf<K extends Whisper['kind']> = Extract<Whisper, { kind: K }>

/** `<@U…>`, or other words where the id is missing or none. */
function mentionOr(user: string | undefined, otherwise: string): string {
  return user !== undefined && /^[UW][A-Z0-9]{1,30}$/.test(user) ? `<@${user}>` : otherwise
}

/** In the reader's own time, as Slack shows it, with a space before it; nothing where it is not known. */
function shownTime(at: number | undefined, format: '{ago}' | '{time}'): string {
  const date = new Date(at ?? Number.NaN)
  if (Number.isNaN(date.getTime())) return ''
  return ` <!date^${Math.floor(date.getTime() / 1000)}^${format}|${date.toISOString().slice(11, 16)} UTC>`
}

function statusText({ ticket, hasSession, absence }: WhisperOf<'status'>, language: Language): string {
  const words = whisperWords[language].status
  const lines: string[] = []
  if (ticket !== undefined) {
    const by = ticket.state === 'claimed' ? mentionOr(ticket.claimedBy, words.somePostmaster) : ''
    const isReceived = ticket.onBehalfOf && ticket.state === 'open'
    lines.push(
      `${words.ticket(ticket.number)}${by}${isReceived ? words.received : words.states[ticket.state]}`,
    )
  }
  if (absence !== undefined)
    lines.push(absenceText(absence, { language, timeZone: ticket?.requester.timeZone }))
  if (hasSession) lines.push(words.session)
  return lines.length === 0 ? words.nothing : lines.join('\n')
}

/** Who was faster, and that nothing came of the click. */
function lateText({ action, by, at }: WhisperOf<'late'>, language: Language): string {
  const words = objectionWords[language]
  const what =
    action === undefined
      ? words.changed
      : words.late[action](mentionOr(by, words.somebody), shownTime(at, '{ago}'))
  return `${what}${language === 'zh' ? '' : ' '}${words.lateNext}`
}

function isSecretKind(kind: string): kind is SecretKind {
  return Object.hasOwn(whisperWords.en.secret.kinds, kind)
}

function secretText({ secrets, typedIn }: WhisperOf<'secret_removed'>, language: Language): string {
  const words = whisperWords[language].secret
  const kinds = [...new Set(secrets)].filter(isSecretKind)
  const known = kinds.length === 0 ? (['password'] as const) : kinds
  const looksLike = words.looksLike(known.map((kind) => words.kinds[kind]).join(words.and))
  const isPostmasters = typedIn === 'reply' || typedIn === 'desk'
  const next = isPostmasters ? [words.told] : known.map((kind) => words.next[kind])
  return [looksLike, words.left[typedIn], words.exposed, ...next].join(language === 'zh' ? '' : ' ')
}

function helpText(language: Language, contact: string): string {
  const words = whisperWords[language]
  return [...words.help, words.helpElsewhere(contact)].join('\n')
}

function errorText({ code, reference }: WhisperOf<'error'>, language: Language, contact: string): string {
  const words = whisperWords[language]
  const known = escapeMrkdwn(cut(reference, 20))
  const next = errorTable[code].retry ? words.tellAgain(known) : words.tellNow(known, contact)
  return `${words.errors[code]} ${next}`
}

type Shown = WhisperOf<'queue' | 'figures'>

function isShown(whisper: Whisper): whisper is Shown {
  return whisper.kind === 'queue' || whisper.kind === 'figures'
}

function shownBlocks(whisper: Shown, language: Language, views: ViewContext): KnownBlock[] {
  return whisper.kind === 'queue'
    ? queueBlocks(whisper.queue, language)
    : figuresBlocks(whisper.figures, whisper.days, language, views)
}

function whisperText(whisper: Exclude<Whisper, Shown>, language: Language, contact: string): string {
  const words = whisperWords[language]
  switch (whisper.kind) {
    case 'secret_removed':
      return secretText(whisper, language)
    case 'too_fast':
      return words.tooFast
    case 'see_dm':
      return words.seeDm
    case 'help':
      return helpText(language, contact)
    case 'status':
      return statusText(whisper, language)
    case 'cancelled':
      return words.cancelled[whisper.had]
    case 'language_set':
      return words.languageSet
    case 'bad_language':
      return words.badLanguage
    case 'for_postmasters':
      return deskWords[language].forPostmasters(contact)
    case 'unchecked':
      return deskWords[language].queue.unchecked
    case 'bad_period':
      return deskWords[language].badPeriod
    case 'late':
      return lateText(whisper, language)
    case 'stopped':
      return words.stopped
    case 'received':
      return words.received
    case 'refused':
      return objectionWords[language].refused[whisper.reason](contact, shownTime(whisper.until, '{time}'))
    case 'in_hand':
      return words.inHand
    case 'stopped_by_you':
      return words.stoppedByYou
    case 'outdated':
      return words.outdated
    case 'error':
      return errorText(whisper, language, contact)
  }
}

/** Words for one person's eyes, as mrkdwn that holds nothing anybody typed; where there are blocks the text says all that they do. Pure and total. */
export function renderWhisper(
  whisper: Whisper,
  language: Language,
  views: ViewContext,
): { readonly text: string; readonly blocks?: KnownBlock[] } {
  if (isShown(whisper)) {
    const blocks = shownBlocks(whisper, language, views)
    return { text: fallbackText(blocks), blocks }
  }
  const contact = escapeMrkdwn(cut(localise(views.supportContact, language), 300))
  return { text: whisperText(whisper, language, contact) }
}
