import type { Colleague } from '../../application/actor-of.ts'
import { PosternError } from '../../application/errors.ts'
import { recordUnchecked } from '../../application/record-unchecked.ts'
import { rules } from '../../desk/rules.ts'
import type { TicketActionType } from '../../desk/ticket-action-type.ts'
import type { Delivery } from '../receiver/delivery.ts'
import { actsAsPostmaster, type Edge, whoActs } from './edge.ts'

/** Somebody's try at a ticket, by a click or a form. */
interface Attempt {
  readonly delivery: Delivery
  readonly user: string
  readonly ticket: number
  readonly action: TicketActionType
}

/** Looks something up in Slack's directory for an attempt; where Slack does not answer the attempt fails, and is on record. */
async function lookUp<T>(edge: Edge, attempt: Attempt, look: () => Promise<T>): Promise<T> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof PosternError && error.code === 'directory_unavailable') {
      const { store, context } = edge
      await store.deliver(attempt.delivery.key, context.clock.now(), (tx) =>
        recordUnchecked(tx, context, attempt),
      )
    }
    throw error
  }
}

function isPostmasters(action: TicketActionType): boolean {
  const { by } = rules[action]
  return by === 'postmaster' || by === 'claimer'
}

/** Who makes the attempt, and whether they are a postmaster, as of now. The requester's and the owner's own actions need no look-up of that, which could fail. */
export async function whoTries(edge: Edge, attempt: Attempt): Promise<Colleague> {
  const { delivery, user, action } = attempt
  return await lookUp(edge, attempt, async () => {
    const person = await whoActs(edge, delivery, user)
    const isPostmaster = isPostmasters(action) && (await actsAsPostmaster(edge, person))
    return { person, isPostmaster }
  })
}

/** Whom a ticket is to be handed to, looked up like anybody who acts. */
export async function whoIsChosen(edge: Edge, attempt: Attempt, user: string): Promise<Colleague> {
  return await lookUp(edge, attempt, async () => {
    const person = await edge.directory.person(edge.identity.team, user)
    return { person, isPostmaster: await actsAsPostmaster(edge, person) }
  })
}
