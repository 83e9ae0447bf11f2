import type { Ticket } from './ticket.ts'

/** Who could be told of a ticket, by Slack id: full members only; the security contact may be a channel. */
interface Reachable {
  readonly owner?: string | undefined
  readonly manager?: string | undefined
  readonly security?: string | undefined
}

type Notice = Ticket['notices'][number]

/** How the owner hears, and who else does, by Slack id. */
interface Hearing {
  readonly owner: Notice['owner']
  readonly second?:
    | { readonly as: 'manager' | 'security'; readonly to: string }
    | { readonly as: 'nobody'; readonly to?: undefined }
}

/**
 * Whom a ticket is told. Where the owner is the requester, or has no account, that proves nothing (security.md C10): then the
 * requester's manager hears too, else the security contact; never the requester in their place. Pure.
 */
export function whoHears({ requester }: Ticket, { owner, manager, security }: Reachable): Hearing {
  if (owner !== undefined && owner !== requester.user) return { owner: 'told' }
  const how = owner === undefined ? 'no_account' : 'requester'
  const others = [
    { as: 'manager', to: manager },
    { as: 'security', to: security },
  ] as const
  for (const { as, to } of others) {
    if (to !== undefined && to !== requester.user) return { owner: how, second: { as, to } }
  }
  return { owner: how, second: { as: 'nobody' } }
}
