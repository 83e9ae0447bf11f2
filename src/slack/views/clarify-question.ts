import { pairQuestion } from '../../guide/pair-question.ts'
import { type Language, localise } from '../../language.ts'
import type { ViewContext } from './view-context.ts'
import { cardWords } from './words/card-words.ts'

/** What a card asks when several flows may be meant: the pair's own question where there is one. */
export function clarifyQuestion(flows: readonly string[], language: Language, views: ViewContext): string {
  const own = pairQuestion(views.guide, flows)
  return own === undefined ? cardWords[language].clarify.text : localise(own, language)
}
