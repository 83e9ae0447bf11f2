import type { HomeView, KnownBlock } from '@slack/types'
import type { PostView } from '../../application/post.ts'
import { nodeAt } from '../../guide/place.ts'
import { alarm } from './alarm.ts'
import { card } from './card.ts'
import { digest } from './digest.ts'
import { fallbackText } from './fallback-text.ts'
import { home } from './home.ts'
import { nodeText, titled } from './node-text.ts'
import { ownerNotice } from './owner-notice.ts'
import { reminder } from './reminder.ts'
import { retiredCard } from './retired-card.ts'
import { paragraph, plain, richText } from './rich-text.ts'
import { ticketNews } from './ticket-news.ts'
import { ticketPost } from './ticket-post.ts'
import type { PostOf, ViewContext } from './view-context.ts'
import { cardWords } from './words/card-words.ts'
import { homeWords } from './words/home-words.ts'

/** A post as Slack takes it: `text` carries all of the blocks' content, for notifications and screen readers. */
export type RenderedPost =
  | { readonly kind: 'message'; readonly text: string; readonly blocks: KnownBlock[] }
  | { readonly kind: 'home'; readonly view: HomeView }

function aside({ place, language }: PostOf<'aside'>, views: ViewContext): KnownBlock[] {
  const node = nodeAt(views.guide, place)
  if (node === undefined) return richText(titled(cardWords[language].gone))
  const { head, steps } = nodeText(node, language)
  return richText(head, steps)
}

function messageBlocks(view: Exclude<PostView, { kind: 'home' }>, views: ViewContext): KnownBlock[] {
  switch (view.kind) {
    case 'card':
      return card(view, views)
    case 'retired_card':
      return retiredCard(view, views)
    case 'ticket':
      return ticketPost(view)
    case 'alarm':
      return alarm(view)
    case 'digest':
      return digest(view)
    case 'ticket_news':
      return ticketNews(view, views)
    case 'owner_notice':
      return ownerNotice(view)
    case 'reminder':
      return reminder(view)
    case 'aside':
      return aside(view, views)
    case 'notice':
      return richText(paragraph(plain(homeWords[view.language].notices[view.notice])))
  }
}

/** What a post should show, to Block Kit. Pure and total. */
export function renderPost(view: PostView, views: ViewContext): RenderedPost {
  if (view.kind === 'home') return { kind: 'home', view: home(view, views) }
  const blocks = messageBlocks(view, views)
  return { kind: 'message', text: fallbackText(blocks), blocks }
}
