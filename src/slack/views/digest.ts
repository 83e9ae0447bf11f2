import type { KnownBlock, StaticSelect } from '@slack/types'
import { limits } from '../../block-kit/limits.ts'
import type { Language } from '../../language.ts'
import type { ListedValue } from '../action.ts'
import { actions, context, plainText } from './blocks.ts'
import { called } from './called.ts'
import { visible } from './escape.ts'
import { reasonText } from './reason-text.ts'
import { bold, bullets, moment, paragraph, plain, richText } from './rich-text.ts'
import type { PostOf } from './view-context.ts'
import { digestWords } from './words/digest-words.ts'
import { ticketWords } from './words/ticket-words.ts'

type Listed = PostOf<'digest'>['tickets'][number]

/** As many as can be read at a glance; the list below holds all. */
const longestText = 25

function titleOf({ number, reason }: Listed, language: Language): string {
  return `${ticketWords[language].ticket(number)} · ${reasonText(reason, language)}`
}

function choice({ tickets, language }: PostOf<'digest'>): StaticSelect {
  return {
    type: 'static_select',
    action_id: 'desk:show',
    placeholder: plainText(digestWords[language].choose, limits.placeholder),
    options: tickets.slice(-limits.options.select).map((each) => {
      const value: ListedValue = { ticket: each.number }
      return {
        text: plainText(visible(titleOf(each, language)), limits.option.text),
        value: JSON.stringify(value),
      }
    }),
  }
}

/** Many new tickets in one message. */
export function digest(view: PostOf<'digest'>): KnownBlock[] {
  const { language, tickets, calls } = view
  const words = digestWords[language]
  const shown = tickets.slice(0, longestText)
  const left = tickets.length - shown.length
  return [
    ...richText(
      paragraph(called(calls)),
      paragraph(bold(words.title(tickets.length))),
      paragraph(plain(words.what)),
      bullets(
        shown.map((each) => [...plain(`${titleOf(each, language)} · `), ...moment(each.openedAt, '{ago}')]),
      ),
      paragraph(plain(left > 0 ? words.more(left) : '')),
    ),
    ...actions(tickets.length === 0 ? [] : [choice(view)]),
    context(words.compromised),
  ]
}
