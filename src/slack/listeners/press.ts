import { z } from 'zod'
import type { Delivery } from '../receiver/delivery.ts'
import type { Turn } from './deliver.ts'

const BlockActions = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  actions: z.tuple(
    [
      z.object({
        action_id: z.string(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).optional(),
      }),
    ],
    z.unknown(),
  ),
})

/** A button that somebody pressed, or what they chose in a menu, and the way back to them. */
export interface Press {
  readonly user: string
  /** What follows the first colon of the action_id. */
  readonly what: string
  readonly value: unknown
  /** A button that only opens a page. */
  readonly isLink: boolean
  readonly turn: Turn
}

function parsed(value: string | undefined): unknown {
  try {
    return value === undefined ? undefined : JSON.parse(value)
  } catch {
    return undefined
  }
}

/** Reads a click; its value is unchecked still, since it may stem from an older release. */
export function readPress(delivery: Delivery): Press {
  const { user, trigger_id: trigger, response_url: url, channel, actions } = BlockActions.parse(delivery.body)
  const [{ action_id, value, selected_option: chosen }] = actions
  return {
    user: user.id,
    what: action_id.slice(action_id.indexOf(':') + 1),
    value: parsed(value ?? chosen?.value),
    isLink: action_id.startsWith('link:'),
    turn: { delivery, trigger, route: { user: user.id, url, channel: channel?.id } },
  }
}
