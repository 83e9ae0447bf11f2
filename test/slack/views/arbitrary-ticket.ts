import fc from 'fast-check'
import { EmailTrust } from '../../../src/desk/policy.ts'
import {
  DeclineReason,
  IdentityCheck,
  LockedSince,
  MailboxMatch,
  Outcome,
  type Ticket,
  TicketAlarm,
  TicketState,
} from '../../../src/desk/ticket.ts'
import { TicketActionType } from '../../../src/desk/ticket-action-type.ts'
import { hostileText } from './hostile-text.ts'

const long = fc.oneof(
  hostileText,
  hostileText.map((text) => text.repeat(30).slice(0, 3000)),
)
const user = fc.oneof(fc.constantFrom('U0LINWEI', 'U0CHENJIE', 'W1'), hostileText)
const time = fc.oneof(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.maxSafeInteger())
const check = fc.constantFrom(...IdentityCheck.options)
const localised = fc.record({ en: long, zh: long }, { requiredKeys: ['en'] })
const zone = fc.oneof(fc.constantFrom('Asia/Shanghai', 'America/New_York', 'UTC'), hostileText)

export const alwaysSaid = ['notices', 'emailTrust', 'privileged', 'approvals', 'alarms', 'links'] as const

/** What a ticket may say about itself once something out of the ordinary has happened. */
export function oddities(user: fc.Arbitrary<string>, time: fc.Arbitrary<number>) {
  return {
    owner: user,
    second: user,
    notices: fc.array(
      fc.record(
        {
          of: fc.constantFrom('opened', 'closed'),
          at: time,
          owner: fc.constantFrom('told', 'requester', 'no_account'),
          second: fc.constantFrom('manager', 'security', 'nobody'),
        },
        { requiredKeys: ['of', 'at', 'owner'] },
      ),
      { maxLength: 4 },
    ),
    emailTrust: fc.constantFrom(...EmailTrust.options),
    privileged: fc.boolean(),
    approvals: fc.array(fc.record({ user, at: time, identityCheck: check }), { maxLength: 3 }),
    frozen: fc.record({ by: user, at: time }),
    unfrozen: fc.record({ by: user, at: time, identityCheck: check }),
    alarms: fc.uniqueArray(fc.constantFrom(...TicketAlarm.options)),
    links: fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 5 }),
    reminded: fc.record({ at: time, count: fc.nat(20) }),
  }
}

/** Any ticket that the schema allows, and some that it does not: what people typed is hostile, ids are not always ids. */
export const arbitraryTicket: fc.Arbitrary<Ticket> = fc.record(
  {
    number: fc.integer({ min: 1, max: 1_000_000 }),
    team: fc.constant('T1'),
    requester: fc.record(
      {
        user,
        name: long,
        email: long,
        emailConfirmed: fc.boolean(),
        checkedAt: time,
        timeZone: zone,
        language: fc.constantFrom('en', 'zh'),
      },
      { requiredKeys: ['user', 'name', 'language'] },
    ),
    mailbox: long,
    match: fc.constantFrom(...MailboxMatch.options),
    onBehalfOf: fc.boolean(),
    reason: fc.oneof(fc.constantFrom('locked', 'second_factor'), hostileText),
    title: localised,
    screenText: long,
    note: long,
    lockedSince: fc.constantFrom(...LockedSince.options),
    path: fc.array(fc.record({ question: localised, answer: localised }), { maxLength: 30 }),
    todo: fc.record(
      { steps: fc.array(localised, { maxLength: 8 }), warning: localised },
      { requiredKeys: ['steps'] },
    ),
    state: fc.constantFrom(...TicketState.options),
    version: fc.integer({ min: 1, max: 1000 }),
    openedAt: time,
    claimedBy: user,
    claimedAt: time,
    resolvedBy: user,
    resolvedAt: time,
    outcome: fc.constantFrom(...Outcome.options),
    identityCheck: check,
    declinedBy: user,
    declinedAt: time,
    declineReason: fc.constantFrom(...DeclineReason.options),
    lastMove: fc.record(
      { action: fc.constantFrom(...TicketActionType.options), user, at: time, to: user },
      { requiredKeys: ['action', 'user', 'at'] },
    ),
    closedBefore: fc.record(
      {
        state: fc.constantFrom('resolved', 'declined'),
        by: user,
        at: time,
        reason: fc.constantFrom(...DeclineReason.options),
      },
      { requiredKeys: ['state', 'by', 'at'] },
    ),
    notes: fc.array(fc.record({ user, text: long, at: time }), { maxLength: 20 }),
    ...oddities(user, time),
    confirmedAt: time,
    reopened: fc.integer({ min: 0, max: 3 }),
    messages: fc.array(
      fc.record({ from: fc.constantFrom('requester', 'postmaster'), user, text: long, at: time }),
      { maxLength: 20 },
    ),
  },
  {
    requiredKeys: [
      'number',
      'team',
      'requester',
      'mailbox',
      'match',
      'reason',
      'title',
      'screenText',
      'note',
      'lockedSince',
      'path',
      'todo',
      'state',
      'version',
      'openedAt',
      'reopened',
      'messages',
      'notes',
      'onBehalfOf',
      ...alwaysSaid,
    ],
  },
)
