import type { Button, KnownBlock, RichTextBlockElement } from '@slack/types'
import type { GuideNode, PlacedChoice, Reminder } from '../../guide/guide.ts'
import { nodeAt, reminderOf } from '../../guide/place.ts'
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

/** When the reminder comes, on the reader's clock. */
function reminderTime(card: Card, screen: NodeScreen, { minutes }: Reminder): string | undefined {
  return localTime(screen.remindAt ?? screen.since + minutes * 60_000, screen.since, card)
}

function reminderLine(card: Card, screen: NodeScreen, node: GuideNode): RichTextBlockElement[] {
  const reminder = reminderOf(node)
  if (reminder === undefined) return []
  const words = cardWords[card.language].wait
  const time = reminderTime(card, screen, reminder)
  if (screen.remindAt !== undefined) {
    return paragraph(content(time === undefined ? words.willRemindLater : words.willRemind(time)))
  }
  return time === undefined || node.kind !== 'wait' ? [] : paragraph(content(words.over(time)))
}

function reminderLabel(card: Card, screen: NodeScreen, node: GuideNode, reminder: Reminder): string {
  const words = cardWords[card.language].wait
  if (node.kind !== 'wait') return words.askAgainIn(reminder.minutes)
  const time = reminderTime(card, screen, reminder)
  return time === undefined ? words.remindIn(reminder.minutes) : words.remind(time)
}

/** "Remind me", where the node offers it and it is not under way yet; the first thing to press only while waiting. */
function remindButton(card: Card, screen: NodeScreen, node: GuideNode): Button[] {
  const reminder = reminderOf(node)
  if (reminder === undefined || screen.remindAt !== undefined) return []
  const look: ButtonLook = node.kind === 'wait' ? { style: 'primary' } : {}
  return [cardButton(card, { type: 'remind' }, reminderLabel(card, screen, node, reminder), look)]
}

/** The buttons that are the node's own; the first is set off where it is the way one hopes for. */
function nodeButtons(card: Card, screen: NodeScreen, node: GuideNode): Button[] {
  switch (node.kind) {
    case 'ask':
    case 'answer':
      return choiceButtons(card, node.choices)
    case 'steps':
      return [...choiceButtons(card, node.choices, { style: 'primary' }), ...remindButton(card, screen, node)]
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
  return {
    blocks: [
      ...(screen.moved ? [context(cardWords[card.language].moved)] : []),
      ...richText(head, reminderLine(card, screen, node)),
      ...progressLine(card, screen, node, views),
      ...richText(steps),
      ...actions([...nodeButtons(card, screen, node), ...alsoButton(card, screen, views)]),
    ],
    offersPostmaster: node.kind === 'escalate',
  }
}
