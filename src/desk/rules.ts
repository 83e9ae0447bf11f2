import type { TicketState } from './ticket.ts'
import type { TicketActionType } from './ticket-action-type.ts'

/** Who may do something, and where it leads from each state; undefined: not from there. */
interface Rule {
  readonly by: 'postmaster' | 'claimer' | 'requester' | 'owner'
  readonly to: Readonly<Record<TicketState, TicketState | undefined>>
}

const nowhere = {
  open: undefined,
  claimed: undefined,
  waiting: undefined,
  resolved: undefined,
  declined: undefined,
  cancelled: undefined,
}
const stays = { ...nowhere, open: 'open', claimed: 'claimed', waiting: 'waiting' } as const

/** Of a closed ticket too: what was done to a mailbox may have been wrong. */
const anywhere = { ...stays, resolved: 'resolved', declined: 'declined', cancelled: 'cancelled' } as const

/**
 * Who may do what in which state. Any postmaster may claim, release, reply and note, so that a ticket is not stuck with
 * somebody who has gone home; asking, handing on, resolving and declining are for whoever claimed it, who made the check.
 * The owner, and whoever else is told of it for them, may stop it at any time.
 */
export const rules: Readonly<Record<TicketActionType, Rule>> = {
  claim: { by: 'postmaster', to: { ...nowhere, open: 'claimed' } },
  release: { by: 'postmaster', to: { ...nowhere, claimed: 'open', waiting: 'open' } },
  hand: { by: 'claimer', to: { ...nowhere, claimed: 'claimed', waiting: 'waiting' } },
  ask: { by: 'claimer', to: { ...nowhere, claimed: 'waiting', waiting: 'waiting' } },
  reply: { by: 'postmaster', to: stays },
  note: { by: 'postmaster', to: stays },
  resolve: { by: 'claimer', to: { ...nowhere, claimed: 'resolved', waiting: 'resolved' } },
  decline: { by: 'claimer', to: { ...nowhere, claimed: 'declined', waiting: 'declined' } },
  add: { by: 'requester', to: { ...stays, waiting: 'claimed' } },
  cancel: {
    by: 'requester',
    to: { ...nowhere, open: 'cancelled', claimed: 'cancelled', waiting: 'cancelled' },
  },
  confirm: { by: 'requester', to: { ...nowhere, resolved: 'resolved' } },
  reopen: { by: 'requester', to: { ...nowhere, resolved: 'open', declined: 'open' } },
  approve: { by: 'postmaster', to: { ...nowhere, claimed: 'claimed', waiting: 'waiting' } },
  freeze: { by: 'owner', to: anywhere },
  unfreeze: { by: 'postmaster', to: anywhere },
}
