import type { HomeView, KnownBlock } from '@slack/types'
import { limits } from '../../block-kit/limits.ts'
import { localise } from '../../language.ts'
import { actions, button, context, divider, plainText } from './blocks.ts'
import { queueBlocks } from './queue.ts'
import { bold, bullets, content, paragraph, plain, richText } from './rich-text.ts'
import { ticketStanding } from './ticket-news.ts'
import type { PostOf, ViewContext } from './view-context.ts'
import { deskWords } from './words/desk-words.ts'
import { homeWords } from './words/home-words.ts'
import { ticketWords } from './words/ticket-words.ts'

function myCase({ ticket, language }: PostOf<'home'>): KnownBlock[] {
  const words = homeWords[language]
  if (ticket === undefined) {
    return richText(paragraph(bold(words.myCase)), paragraph(plain(words.noCase)))
  }
  return [
    ...richText(
      paragraph(bold(words.myCase), plain(` · ${ticketWords[language].ticket(ticket.number)}`)),
      ticketStanding(ticket, language),
    ),
    ...actions([
      button('home:status', words.status, undefined, { spoken: words.statusSpoken(ticket.number) }),
    ]),
  ]
}

function queue({ queue, language }: PostOf<'home'>): KnownBlock[] {
  if (queue === undefined) return []
  if (queue === 'unchecked') return [context(deskWords[language].queue.unchecked), divider]
  return [...queueBlocks(queue, language), divider]
}

/** The Home tab, for postmasters the queue first: what this is, the way in, the open case, how to know the real bot, whom else to ask. */
export function home(view: PostOf<'home'>, views: ViewContext): HomeView {
  const words = homeWords[view.language]
  return {
    type: 'home',
    blocks: [
      ...queue(view),
      { type: 'header', text: plainText(words.title, limits.header) },
      ...richText(paragraph(content(words.what)), view.hasSession ? paragraph(content(words.started)) : []),
      ...actions([button('home:start', words.start, undefined, { style: 'primary' })]),
      divider,
      ...myCase(view),
      divider,
      ...richText(paragraph(bold(words.real)), bullets(words.realPoints.map((point) => content(point)))),
      divider,
      ...richText(paragraph(content(words.otherwise(localise(views.supportContact, view.language))))),
    ],
  }
}
