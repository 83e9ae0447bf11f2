import fc from 'fast-check'
import {
  DeclineReason,
  IdentityCheck,
  LockedSince,
  MailboxMatch,
  Outcome,
  type Ticket,
  TicketState,
} from '../../src/desk/ticket.ts'
import { TicketActionType } from '../../src/desk/ticket-action-type.ts'
import { EscalationReason } from '../../src/guide/content.ts'
import { alwaysSaid, oddities } from '../slack/views/arbitrary-ticket.ts'
import { userText } from './user-text.ts'

/** Ids of people as Slack gives them; a person has no say in those. */
export const knownUsers: readonly string[] = ['U0LINWEI', 'U0CHENJIE', 'W0ADMIN']

/** Where an id should be there is one, or something that somebody made up. */
export const user = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...knownUsers) }, userText)
/** Of our own clock. */
export const time = fc.integer({ min: 0, max: 4_000_000_000_000 })
export const language = fc.constantFrom('en', 'zh')
export const timeZone = fc.oneof(fc.constantFrom('Asia/Shanghai', 'America/New_York', 'UTC'), userText)

/** Texts of the guide's, as they stand in the ticket. */
const content = fc.constantFrom(
  { en: 'The code is not accepted', zh: '验证码无效' },
  {
    en: 'Open https://qiye.aliyun.com/, then *Security* & sign in.',
    zh: '请打开 https://qiye.aliyun.com/。',
  },
  { en: 'A device that was <trusted>?' },
)

const message = fc.record({ user, text: userText, at: time })

/** Any ticket: whatever stems from a person is hostile, whatever the guide or Postern wrote is not. */
export const ticket: fc.Arbitrary<Ticket> = fc.record(
  {
    number: fc.integer({ min: 1, max: 1_000_000 }),
    team: fc.constant('T1'),
    requester: fc.record(
      {
        user,
        name: userText,
        email: userText,
        emailConfirmed: fc.boolean(),
        checkedAt: time,
        timeZone,
        language,
      },
      { requiredKeys: ['user', 'name', 'language'] },
    ),
    mailbox: userText,
    match: fc.constantFrom(...MailboxMatch.options),
    onBehalfOf: fc.boolean(),
    ...oddities(user, time),
    reason: fc.oneof(fc.constantFrom(...EscalationReason.options), userText),
    title: content,
    screenText: userText,
    note: userText,
    lockedSince: fc.constantFrom(...LockedSince.options),
    path: fc.array(fc.record({ question: content, answer: content }), { maxLength: 15 }),
    todo: fc.record(
      { steps: fc.array(content, { maxLength: 9 }), warning: content },
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
    identityCheck: fc.constantFrom(...IdentityCheck.options),
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
    confirmedAt: time,
    reopened: fc.integer({ min: 0, max: 3 }),
    messages: fc.array(
      message.chain((each) => fc.constantFrom('requester', 'postmaster').map((from) => ({ ...each, from }))),
      { maxLength: 7 },
    ),
    notes: fc.array(message, { maxLength: 5 }),
  },
  {
    requiredKeys: [
      'number',
      'team',
      'requester',
      'mailbox',
      'match',
      'onBehalfOf',
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
      ...alwaysSaid,
    ],
  },
)
