import type { Actor, TicketAction } from '../../src/desk/action.ts'

export function actor(user: string, more: Partial<Actor> = {}): Actor {
  return { team: 'T1', user, isMember: true, isPostmaster: false, addresses: [], ...more }
}

export const chen = actor('U_CHEN', { isPostmaster: true, addresses: ['chen.jie@example.com'] })
export const wang = actor('U_WANG', { isPostmaster: true, addresses: ['wang.fang@example.com'] })
/** The requester of the sample ticket. */
export const lin = actor('U_LIN', { addresses: ['lin.wei@example.com'] })
export const sun = actor('U_SUN', { addresses: ['sun.li@example.com'] })

export const resolve: TicketAction = { type: 'resolve', outcome: 'unlocked', identityCheck: 'callback' }

/** One of every kind. */
export const everyAction: readonly TicketAction[] = [
  { type: 'claim' },
  { type: 'release' },
  { type: 'hand', to: wang },
  { type: 'ask', text: 'Which phone?' },
  { type: 'reply', text: 'Please wait.' },
  { type: 'note', text: 'Called twice.' },
  resolve,
  { type: 'decline', reason: 'no_answer' },
  { type: 'add', text: 'I am at my desk.' },
  { type: 'cancel' },
  { type: 'confirm' },
  { type: 'reopen' },
  { type: 'approve', identityCheck: 'callback' },
  { type: 'freeze' },
  { type: 'unfreeze', identityCheck: 'callback' },
]
