import type { Ticket } from '../desk/ticket.ts'
import type { Tx } from './ports.ts'

/** Writes down what Postern itself did about a ticket, whose state it leaves as it is. `at` is ms since epoch. */
export async function recordOwnWork(
  tx: Tx,
  { team, number, state }: Ticket,
  what: { readonly at: number; readonly action: 'alarm' | 'inform' | 'link'; readonly reason: string },
): Promise<void> {
  const line = { team, ticket: number, user: 'postern', decision: 'done', from: state, to: state } as const
  await tx.audit.append({ ...line, ...what })
}
