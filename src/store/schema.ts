import type { Generated } from 'kysely'
import type { HeardMessage, TimerKind } from '../application/ports.ts'
import type { AuditRow, RetiredChain } from '../desk/audit.ts'
import type { TicketState } from '../desk/ticket.ts'
import type { Language } from '../language.ts'

/** Times are ms since epoch; `body`, `surface` and `view` are JSON, read through their schemas; yes and no are 1 and 0. */
export interface Database {
  sessions: {
    id: string
    team: string
    user: string
    version: number
    live: number
    /** Order of insertion. */
    position: number
    touched_at: number
    body: string
  }
  people: { team: string; user: string; language: Language; chosen: number }
  tickets: {
    number: number
    team: string
    requester: string
    /** The mailbox, normalised: one open ticket each. */
    mailbox_key: string
    state: TicketState
    version: number
    identity_check: string | null
    outcome: string | null
    decline_reason: string | null
    opened_at: number
    frozen: number
    /** Whether it takes two postmasters, and who they were. */
    privileged: number
    first_approver: string | null
    second_approver: string | null
    body: string
  }
  posts: {
    id: string
    /** The channel, conversation or Home tab whose posts go out one after another. */
    target: string
    surface: string
    view: string
    revision: number
    /** The newest revision that Slack has, or that was given up; the post is due while `revision` is newer. */
    settled_revision: Generated<number>
    /** When it became due, in the order of all changes. */
    changed: number
    /** When it was put last. */
    changed_at: number
    /** The number of the ticket that it shows. */
    ticket: number | null
    fence: Generated<number>
    /** 0: not leased. */
    leased_until: Generated<number>
    /** 0: at once. */
    retry_at: Generated<number>
    attempts: Generated<number>
    uncertain_since: number | null
    sent_channel: string | null
    sent_ts: string | null
    /** Why the latest attempt failed. */
    code: string | null
  }
  timers: { id: string; kind: TimerKind; subject: string; due_at: number }
  heard: HeardMessage
  deliveries: { key: string; at: number }
  audit: AuditRow
  audit_retired: RetiredChain
  /** One row: by this the key is known again. */
  audit_key: { fingerprint: string }
  /** `work` counts the pieces of work on the records themselves. */
  counters: { name: 'ticket' | 'order' | 'work'; value: number }
}
