import type { Button, KnownBlock, RichTextBlockElement } from '@slack/types'
import type { GuideNode, PlacedChoice } from '../../guide/guide.ts'
import { nodeAt } from '../../guide/place.ts'
import { progress } from '../../guide/progress.ts'
import type { Screen } from '../../guide/session.ts'
import { localise } from '../../language.ts'
import { actions, type ButtonLook, context } from './blocks.ts'
import { cardButton } from './card-button.ts'
import { localTime } from './local-time.ts'
import { nodeText, titled } from './node-text.ts'
import { content, paragraph, richText } from './rich-text.ts'
import type { PostOf, ViewContext } from './view-context.ts'
import { cardWords } from './words/card-words.ts'

type Card = PostOf<'card'>
type NodeScreen = Extract<Screen, { kind: 'node' }>
type WaitNode = Extract<GuideNode, { kind: 'wait' }>

function choiceButtons(card: Card, choices: readonly PlacedChoice[], first: ButtonLook = {}): Button[] {
  return choices.map((choice, index) =>
    cardButton(
      card,
      { type: 'chose', choice: choice.id },
      localise(choice.label, card.language),
      index === 0 ? first : {},
    ),
  )
}

/** When the wait is over, on the reader's clock. */
function waitEnd(card: Card, screen: NodeScreen, node: WaitNode): string | undefined {
  return localTime(screen.remindAt ?? screen.since + node.minutes * 60_000, screen.since, card)
}

function waitLine(card: Card, screen: NodeScreen, node: WaitNode): RichTextBlockElement[] {
  const words = cardWords[card.language].wait
  const time = waitEnd(card, screen, node)
  if (screen.remindAt !== undefined) {
    return paragraph(content(time === undefined ? words.willRemindLater : words.willRemind(time)))
  }
  return time === undefined ? [] : paragraph(content(words.over(time)))
}

function remindButton(card: Card, screen: NodeScreen, node: WaitNode): Button[] {
  if (screen.remindAt !== undefined) return []
  const words = cardWords[card.language].wait
  const time = waitEnd(card, screen, node)
  const label = time === undefined ? words.remindIn(node.minutes) : words.remind(time)
  return [cardButton(card, { type: 'remind' }, label, { style: 'primary' })]
}

/** The buttons that are the node's own; the first is set off where it is the way one hopes for. */
function nodeButtons(card: Card, screen: NodeScreen, node: GuideNode): Button[] {
  switch (node.kind) {
    case 'ask':
    case 'answer':
      return choiceButtons(card, node.choices)
    case 'steps':
      return choiceButtons(card, node.choices, { style: 'primary' })
    case 'wait':
      return [...remindButton(card, screen, node), ...choiceButtons(card, node.choices)]
    case 'escalate': {
      const label = cardWords[card.language].postmaster
      return [
        cardButton(card, { type: 'asked_for_postmaster' }, label, { style: 'primary' }),
        ...choiceButtons(card, node.choices),
      ]
    }
    case 'done':
      return []
  }
}

/** The second thing the person asked for, as a button that goes there. */
function alsoButton(card: Card, { also }: NodeScreen, views: ViewContext): Button[] {
  const flow = also === undefined ? undefined : views.guide.flows.get(also)
  if (flow === undefined) return []
  const label = cardWords[card.language].afterwards(localise(flow.title, card.language))
  return [cardButton(card, { type: 'picked', flow: flow.id }, label)]
}

/** Where the person is; before a postmaster takes over, what that takes. */
function progressLine(card: Card, screen: NodeScreen, node: GuideNode, views: ViewContext): KnownBlock[] {
  const words = cardWords[card.language]
  const { step, of } = progress(views.guide, screen, card.path)
  if (node.kind === 'escalate') return [context(words.handOver)]
  if (node.kind === 'done' || of < 2) return []
  return [context(words.progress(step, of))]
}

/** The node's part of a card, and whether a postmaster is offered in it already. */
export function nodeCard(
  card: Card,
  screen: NodeScreen,
  views: ViewContext,
): { readonly blocks: KnownBlock[]; readonly offersPostmaster: boolean } {
  const node = nodeAt(views.guide, screen)
  if (node === undefined) {
    return { blocks: richText(titled(cardWords[card.language].gone)), offersPostmaster: false }
  }
  const { head, steps } = nodeText(node, card.language)
  const waiting = node.kind === 'wait' ? waitLine(card, screen, node) : []
  return {
    blocks: [
      ...richText(head, waiting),
      ...progressLine(card, screen, node, views),
      ...richText(steps),
      ...actions([...nodeButtons(card, screen, node), ...alsoButton(card, screen, views)]),
    ],
    offersPostmaster: node.kind === 'escalate',
  }
}
