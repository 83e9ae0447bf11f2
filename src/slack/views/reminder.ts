import type { KnownBlock } from '@slack/types'
import type { Language } from '../../language.ts'
import { context } from './blocks.ts'
import { called } from './called.ts'
import { reasonText } from './reason-text.ts'
import { bold, bullets, type Inline, mention, moment, paragraph, plain, richText } from './rich-text.ts'
import type { PostOf } from './view-context.ts'
import { deskWords } from './words/desk-words.ts'
import { ticketWords } from './words/ticket-words.ts'

type Row = PostOf<'reminder'>['tickets'][number]

/** So many tickets are named, whoever they are from; the rest is counted. */
const shown = 20

function row({ number, reason, rests, since, claimedBy, stopped }: Row, language: Language): Inline[] {
  const words = deskWords[language].reminder
  const who =
    rests === 'silent' && claimedBy !== undefined
      ? [...mention(claimedBy), ...plain(words.silent)]
      : plain(words.unclaimed)
  return [
    ...bold(ticketWords[language].ticket(number)),
    ...plain(` · ${reasonText(reason, language)} · `),
    ...who,
    ...plain(` · ${words.lastMove}`),
    ...moment(since, '{ago}'),
    ...plain(stopped ? ` · ${words.stopped}` : ''),
  ]
}

/** Tickets that nobody looks after, in one post; who is to move is called by name. */
export function reminder(view: PostOf<'reminder'>): KnownBlock[] {
  const { language, at, tickets } = view
  const words = deskWords[language]
  const more = tickets.length - shown
  return [
    ...richText(
      paragraph(called(view.calls)),
      paragraph(
        bold(words.reminder.title),
        plain(words.queue.asOf),
        moment(at, '{date_short_pretty} {time}'),
      ),
      bullets([
        ...tickets.slice(0, shown).map((each) => row(each, language)),
        plain(more > 0 ? words.queue.more(more) : ''),
      ]),
    ),
    context(words.reminder.next),
  ]
}
