import { z } from 'zod'

/** Everything that can be done to a ticket once it is open. */
export const TicketActionType = z.enum([
  'claim',
  'release',
  'hand',
  'ask',
  'reply',
  'note',
  'resolve',
  'decline',
  'add',
  'cancel',
  'confirm',
  'reopen',
  'approve',
  'freeze',
  'unfreeze',
])
export type TicketActionType = z.infer<typeof TicketActionType>
