import type { Confirm } from './block.ts'

export interface Press {
  readonly blockId: string
  readonly actionId: string
  readonly values?: string[]
  readonly confirm?: Confirm
}

/** What every element is given: its block, its label when it has none of its own, and what to call when it is used. */
export interface ElementProps<E> {
  readonly element: E
  readonly blockId: string
  /** The id of the control, for a label outside of it. */
  readonly id: string
  readonly label?: string | undefined
  readonly describedBy?: string | undefined
  readonly invalid?: boolean | undefined
  /** Missing inside an input block, whose value is only sent with its form. */
  readonly onPress?: ((press: Press) => void) | undefined
}

/** A press as the server is told of it. */
export function sent({ blockId, actionId, values }: Press): Omit<Press, 'confirm'> {
  return { blockId, actionId, ...(values ? { values } : {}) }
}
