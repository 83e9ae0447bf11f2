import { openTicket } from '../../src/desk/open-ticket.ts'
import type { DeskPolicy } from '../../src/desk/policy.ts'
import type { Ticket } from '../../src/desk/ticket.ts'

export const openedAt = Date.UTC(2026, 10, 23, 7, 0, 0)

export const samplePolicy: DeskPolicy = {
  aliasDomains: ['example.com', 'example.cn'],
  privilegedMailboxes: ['postmaster@*', 'admin@*'],
  emailTrust: 'sso',
  requestsPerDay: 3,
}

/** What a ticket says about itself while nothing out of the ordinary has happened. */
export const nothingOdd = {
  notices: [],
  approvals: [],
  alarms: [],
  links: [],
  privileged: false,
  emailTrust: 'unverified',
} satisfies Partial<Ticket>

/** An open ticket of U_LIN in team T1. */
export function sampleTicket(changes: Partial<Ticket> = {}): Ticket {
  const ticket = openTicket(
    {
      number: 1001,
      team: 'T1',
      requester: { user: 'U_LIN', name: 'Lin Wei', email: 'lin.wei@example.com', language: 'en' },
      mailbox: 'lin.wei@example.com',
      onBehalfOf: false,
      reason: 'locked',
      title: { en: 'My account is locked' },
      screenText: '',
      note: '',
      lockedSince: 'today',
      path: [],
      todo: { steps: [{ en: 'Unlock it.' }] },
    },
    samplePolicy,
    openedAt,
  )
  return { ...ticket, ...changes }
}
