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
import type { Localised } from '../../../src/language.ts'
import { hostileText } from './hostile-text.ts'

/** What the parts of a ticket are made of. */
interface TicketParts {
  /** All that people type, and what their Slack profile says. */
  readonly text: fc.Arbitrary<string>
  readonly user: fc.Arbitrary<string>
  readonly time: fc.Arbitrary<number>
  readonly timeZone: fc.Arbitrary<string>
  readonly reason: fc.Arbitrary<string>
  /** What the guide says. */
  readonly content: fc.Arbitrary<Localised>
}

const check = fc.constantFrom(...IdentityCheck.options)

/** Any ticket that the schema allows, made of these parts. */
export function ticketMadeOf({
  text,
  user,
  time,
  timeZone,
  reason,
  content,
}: TicketParts): fc.Arbitrary<Ticket> {
  return fc.record(
    {
      number: fc.integer({ min: 1, max: 1_000_000 }),
      team: fc.constant('T1'),
      requester: fc.record(
        {
          user,
          name: text,
          email: text,
          emailConfirmed: fc.boolean(),
          checkedAt: time,
          timeZone,
          language: fc.constantFrom('en', 'zh'),
        },
        { requiredKeys: ['user', 'name', 'language'] },
      ),
      mailbox: text,
      match: fc.constantFrom(...MailboxMatch.options),
      onBehalfOf: fc.boolean(),
      reason,
      title: content,
      screenText: text,
      note: text,
      lockedSince: fc.constantFrom(...LockedSince.options),
      path: fc.array(fc.record({ question: content, answer: content }), { maxLength: 30 }),
      todo: fc.record(
        { steps: fc.array(content, { maxLength: 8 }), warning: content },
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
      notes: fc.array(fc.record({ user, text, at: time }), { maxLength: 20 }),
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
      confirmedAt: time,
      reopened: fc.integer({ min: 0, max: 3 }),
      messages: fc.array(
        fc.record({ from: fc.constantFrom('requester', 'postmaster'), user, text, at: time }),
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
        'notices',
        'emailTrust',
        'privileged',
        'approvals',
        'alarms',
        'links',
      ],
    },
  )
}

const long = fc.oneof(
  hostileText,
  hostileText.map((text) => text.repeat(30).slice(0, 3000)),
)

/** Any ticket that the schema allows, and some that it does not: what people typed is hostile, ids are not always ids. */
export const arbitraryTicket: fc.Arbitrary<Ticket> = ticketMadeOf({
  text: long,
  user: fc.oneof(fc.constantFrom('U0LINWEI', 'U0CHENJIE', 'W1'), hostileText),
  time: fc.oneof(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.maxSafeInteger()),
  timeZone: fc.oneof(fc.constantFrom('Asia/Shanghai', 'America/New_York', 'UTC'), hostileText),
  reason: fc.oneof(fc.constantFrom('locked', 'second_factor'), hostileText),
  content: fc.record({ en: long, zh: long }, { requiredKeys: ['en'] }),
})
