import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  Overflow,
  PlainTextElement,
  StaticSelect,
} from '@slack/types'
import { limits } from '../../block-kit/limits.ts'
import { cut } from './escape.ts'

export function plainText(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: cut(text, max), emoji: false }
}

export function context(text: string): ContextBlock {
  return { type: 'context', elements: [plainText(text, limits.text)] }
}

export const divider: DividerBlock = { type: 'divider' }

/** Buttons, menus and lists side by side; nothing where there are none. */
export function actions(buttons: readonly (Button | Overflow | StaticSelect)[]): ActionsBlock[] {
  return buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons.slice(0, limits.actions) }]
}

export interface ButtonLook {
  readonly style?: 'primary' | 'danger' | undefined
  readonly confirm?: ConfirmationDialog | undefined
  /** What a screen reader says where the label alone is unclear. */
  readonly spoken?: string | undefined
}

export function button(id: string, label: string, value: string | undefined, look: ButtonLook = {}): Button {
  const { style, confirm, spoken } = look
  return {
    type: 'button',
    action_id: id,
    text: plainText(label, limits.button.text),
    ...(value !== undefined && { value }),
    ...(style !== undefined && { style }),
    ...(confirm !== undefined && { confirm }),
    ...(spoken !== undefined && { accessibility_label: cut(spoken, limits.button.accessibilityLabel) }),
  }
}

/** "Are you sure?", in the words of one question and two answers. */
export function confirmation(words: {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
}): ConfirmationDialog {
  return {
    title: plainText(words.title, limits.confirm.title),
    text: plainText(words.text, limits.confirm.text),
    confirm: plainText(words.yes, limits.confirm.button),
    deny: plainText(words.no, limits.confirm.button),
  }
}
