import type { KnownBlock } from '@slack/types'
import { nodeAt } from '../../guide/place.ts'
import { localise } from '../../language.ts'
import { context } from './blocks.ts'
import { clarifyQuestion } from './clarify-question.ts'
import { endedCard } from './ended-card.ts'
import type { PostOf, ViewContext } from './view-context.ts'
import { cardWords } from './words/card-words.ts'

/** A card whose place was taken: one quiet line, or how it ended; no buttons. */
export function retiredCard(view: PostOf<'retired_card'>, views: ViewContext): KnownBlock[] {
  const { screen, language } = view
  const words = cardWords[language]
  switch (screen.kind) {
    case 'menu':
      return [context(words.retiredMenu)]
    case 'clarify':
      return [context(words.retired(clarifyQuestion(screen.flows, language, views)))]
    case 'node': {
      const node = nodeAt(views.guide, screen)
      const title = node === undefined ? words.gone.title : localise(node.title, language)
      return [
        context(words.retired(/[\p{P}]$/u.test(title) ? title : `${title}${language === 'zh' ? '。' : '.'}`)),
      ]
    }
    case 'ended':
      return endedCard(screen, language, views)
  }
}
