import type { Button, KnownBlock } from '@slack/types'
import type { Screen } from '../../guide/session.ts'
import { localise } from '../../language.ts'
import { actions, context, divider } from './blocks.ts'
import { cardButton } from './card-button.ts'
import { clarifyQuestion } from './clarify-question.ts'
import { endedCard } from './ended-card.ts'
import { nodeCard } from './node-card.ts'
import { titled } from './node-text.ts'
import { paragraph, plain, richText } from './rich-text.ts'
import type { PostOf, ViewContext } from './view-context.ts'
import { cardWords } from './words/card-words.ts'

type Card = PostOf<'card'>
type MenuScreen = Extract<Screen, { kind: 'menu' }>
type EndedScreen = Extract<Screen, { kind: 'ended' }>

function flowButtons(card: Card, flows: readonly string[], views: ViewContext): Button[] {
  return [...new Set(flows)].flatMap((id) => {
    const flow = views.guide.flows.get(id)
    if (flow === undefined) return []
    return [cardButton(card, { type: 'picked', flow: id }, localise(flow.title, card.language))]
  })
}

function menuWords(card: Card, screen: MenuScreen, views: ViewContext): { title: string; text: string } {
  const words = cardWords[card.language]
  switch (screen.why) {
    case 'welcome':
      return words.welcome
    case 'asked':
      return words.asked
    case 'changed':
      return words.changed
    case 'unsure':
      return words.unsure(localise(views.supportContact, card.language))
    case 'still_unsure':
      return words.stillUnsure
  }
}

function postmasterButton(card: Card, prominent: boolean): Button {
  const look = prominent ? ({ style: 'primary' } as const) : {}
  return cardButton(card, { type: 'asked_for_postmaster' }, cardWords[card.language].postmaster, look)
}

function languageButton(card: Card): Button {
  const { language, label, spoken } = cardWords[card.language].other
  return cardButton(card, { type: 'language', language }, label, { spoken })
}

/** The ways out that every live card has; a way that would lead nowhere is left out. */
function waysOut(card: Card, offersPostmaster: boolean): KnownBlock[] {
  const words = cardWords[card.language]
  const elsewhere = card.canGoBack || card.screen.kind !== 'menu'
  const buttons = [
    ...(elsewhere
      ? [
          cardButton(card, { type: 'back' }, words.back),
          cardButton(card, { type: 'start_over' }, words.startOver),
        ]
      : []),
    ...(offersPostmaster ? [] : [postmasterButton(card, false)]),
    languageButton(card),
  ]
  return [divider, ...actions(buttons), context(words.never)]
}

/** "Did this help?", asked once of whoever got in. */
function rating(card: Card, { how, helped }: EndedScreen): KnownBlock[] {
  if (how !== 'solved') return []
  const words = cardWords[card.language].helped
  if (helped !== undefined) return [context(helped ? words.thanks : words.sorry)]
  return [
    divider,
    ...richText(paragraph(plain(words.ask))),
    ...actions([
      cardButton(card, { type: 'rated', helped: true }, words.yes),
      cardButton(card, { type: 'rated', helped: false }, words.no),
    ]),
  ]
}

/** The session's card: where the person is, what to do, which ways lead on, and the ways out. */
export function card(view: Card, views: ViewContext): KnownBlock[] {
  const { screen } = view
  switch (screen.kind) {
    case 'menu': {
      const prominent = screen.why === 'still_unsure'
      return [
        ...richText(titled(menuWords(view, screen, views))),
        ...actions(prominent ? [postmasterButton(view, true)] : []),
        ...actions(flowButtons(view, views.guide.menu, views)),
        ...waysOut(view, prominent),
      ]
    }
    case 'clarify': {
      const { clarify } = cardWords[view.language]
      return [
        ...richText(titled({ ...clarify, text: clarifyQuestion(screen.flows, view.language, views) })),
        ...actions([
          ...flowButtons(view, screen.flows, views),
          cardButton(view, { type: 'none_of_these' }, clarify.none),
        ]),
        ...waysOut(view, false),
      ]
    }
    case 'node': {
      const { blocks, offersPostmaster } = nodeCard(view, screen, views)
      return [...blocks, ...waysOut(view, offersPostmaster)]
    }
    case 'ended':
      return [...endedCard(screen, view.language, views), ...rating(view, screen)]
  }
}
