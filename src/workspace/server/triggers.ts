import { ApiError } from './api-error.ts'
import type { State } from './state.ts'

const livesMs = 3000

interface Trigger {
  readonly user: string
  /** The modal it came from, when there is one. */
  readonly view?: string
  readonly createdAt: number
  used: boolean
}

/** Trigger ids: 3 s, one use. Forgotten at a restart, which takes longer than they live. */
export class Triggers {
  readonly #state: State
  readonly #triggers = new Map<string, Trigger>()

  constructor(state: State) {
    this.#state = state
  }

  issue(user: string, view?: string): string {
    for (const [old, { createdAt }] of this.#triggers) {
      if (this.#state.now() - createdAt > 20 * livesMs) this.#triggers.delete(old)
    }
    const id = `1.1.${this.#state.nextId('trigger-')}`
    this.#triggers.set(id, {
      user,
      createdAt: this.#state.now(),
      used: false,
      ...(view !== undefined && { view }),
    })
    return id
  }

  /** Whose trigger it is; throws as Slack refuses it. */
  use(id: string): { readonly user: string; readonly view?: string } {
    const trigger = this.#triggers.get(id)
    if (trigger === undefined) throw new ApiError('invalid_trigger_id')
    if (trigger.used) throw new ApiError('exchanged_trigger_id')
    if (this.#state.now() - trigger.createdAt > livesMs) throw new ApiError('expired_trigger_id')
    trigger.used = true
    return trigger
  }
}
