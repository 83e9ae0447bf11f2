import type { PostView, Surface } from '../../src/application/post.ts'
import type { AuditEntry } from '../../src/desk/audit.ts'
import type { Ticket } from '../../src/desk/ticket.ts'
import type { Session } from '../../src/guide/session.ts'
import { nothingOdd } from '../desk/sample-ticket.ts'

export function session(change: Partial<Session> = {}): Session {
  return {
    id: 'session-1',
    team: 'T1',
    user: 'U1',
    language: 'en',
    guide: 'v1',
    version: 1,
    screen: { kind: 'menu', why: 'welcome' },
    path: [],
    trail: [],
    misses: 0,
    card: 'card-1',
    startedAt: 1_000,
    touchedAt: 1_000,
    ...change,
  }
}

export function ticket(change: Partial<Ticket> = {}): Ticket {
  return {
    number: 1001,
    team: 'T1',
    requester: { user: 'U1', name: 'Li Wei', language: 'zh' },
    mailbox: 'li.wei@example.com',
    match: 'same',
    onBehalfOf: false,
    reason: 'no_phone',
    title: { en: 'Forgot the password' },
    screenText: '',
    note: 'O’Brien said "今天"; -- 😀',
    lockedSince: 'today',
    path: [],
    todo: { steps: [{ en: 'Reset the password' }] },
    state: 'open',
    version: 1,
    openedAt: 1_000,
    reopened: 0,
    messages: [],
    notes: [],
    ...nothingOdd,
    ...change,
  }
}

export function entry(change: Partial<AuditEntry> = {}): AuditEntry {
  return {
    team: 'T1',
    ticket: 1001,
    at: 1_000,
    user: 'U9',
    action: 'claim',
    decision: 'done',
    from: 'open',
    to: 'claimed',
    reason: '',
    ...change,
  }
}

export function dm(user = 'U1'): Surface {
  return { kind: 'dm', team: 'T1', user }
}

export const channel: Surface = { kind: 'channel', team: 'T1', channel: 'C1' }

/** A view that can be told from others by its number. */
export function view(number = 1): PostView {
  return { kind: 'ticket', language: 'en', ticket: ticket({ number }) }
}
