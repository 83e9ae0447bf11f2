import type { KnownBlock, RichTextBlockElement } from '@slack/types'
import type { GuideNode } from '../../guide/guide.ts'
import { nodeAt } from '../../guide/place.ts'
import type { Screen } from '../../guide/session.ts'
import type { Language } from '../../language.ts'
import { context } from './blocks.ts'
import { nodeText, titled } from './node-text.ts'
import { richText } from './rich-text.ts'
import type { ViewContext } from './view-context.ts'
import { cardWords } from './words/card-words.ts'

type EndedScreen = Extract<Screen, { kind: 'ended' }>

/** The node that says how it ended, where there is one. */
function closingNode(screen: EndedScreen, views: ViewContext): GuideNode | undefined {
  const node = screen.how === 'solved' && screen.place ? nodeAt(views.guide, screen.place) : undefined
  return node?.kind === 'done' ? node : undefined
}

/** How it ended: in the words of the node where it did, or in fixed ones. */
function ending(screen: EndedScreen, language: Language, views: ViewContext): RichTextBlockElement[] {
  const words = cardWords[language]
  switch (screen.how) {
    case 'solved': {
      const node = closingNode(screen, views)
      if (node === undefined) return titled(words.solved)
      const { head, steps } = nodeText(node, language)
      return [...head, ...steps]
    }
    case 'cancelled':
      return titled(words.cancelled)
    case 'handed_over':
      return titled(words.handedOver(screen.ticket))
  }
}

/** A walk that is over: what came of it, and no buttons. The guide's own last words, and a ticket, say what comes next themselves. */
export function endedCard(screen: EndedScreen, language: Language, views: ViewContext): KnownBlock[] {
  const again =
    screen.how === 'handed_over' || closingNode(screen, views) !== undefined
      ? []
      : [context(cardWords[language].again)]
  return [...richText(ending(screen, language, views)), ...again]
}
