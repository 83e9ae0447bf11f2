import type { Button } from '@slack/types'
import type { CardPress, CardValue } from '../action.ts'
import { type ButtonLook, button } from './blocks.ts'

interface CardOf {
  readonly session: string
  readonly version: number
}

function actionId(press: CardPress): string {
  switch (press.type) {
    case 'picked':
      return `card:picked:${press.flow}`
    case 'chose':
      return `card:chose:${press.choice}`
    case 'rated':
      return `card:rated:${press.helped ? 'yes' : 'no'}`
    case 'language':
    case 'none_of_these':
    case 'back':
    case 'start_over':
    case 'remind':
    case 'asked_for_postmaster':
      return `card:${press.type}`
  }
}

/** A button of a session's card; its value says which card it stands on, so that an old one never acts. */
export function cardButton(card: CardOf, press: CardPress, label: string, look?: ButtonLook): Button {
  const value: CardValue = { session: card.session, version: card.version, press }
  return button(actionId(press), label, JSON.stringify(value), look)
}
