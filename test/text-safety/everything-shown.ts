import fc from 'fast-check'
import { errorTable } from '../../src/application/errors.ts'
import { type PostView, TicketNews } from '../../src/application/post.ts'
import type { Modal, Whisper } from '../../src/application/reply.ts'
import { Outcome, TicketAlarm } from '../../src/desk/ticket.ts'
import { TicketActionType } from '../../src/desk/ticket-action-type.ts'
import { EscalationReason } from '../../src/guide/content.ts'
import type { Screen } from '../../src/guide/session.ts'
import { screens } from '../slack/views/example.ts'
import { language, ticket, time, timeZone, user } from './arbitrary-ticket.ts'
import { userText } from './user-text.ts'

/** A map over every kind of something: a new kind is no type error only once it is here. */
type EachKind<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: fc.Arbitrary<T & { readonly kind: K }>
}

const any = <T extends string>(...values: readonly T[]) => fc.constantFrom(...values)
const kind = <K extends string>(name: K) => fc.constant(name)
const number = fc.integer({ min: 1, max: 1_000_000 })
const version = fc.integer({ min: 1, max: 1000 })
const screen = fc.constantFrom<Screen>(...screens)
const reader = { language, timeZone }
const read = { requiredKeys: ['kind', 'language'] } as const

const group = fc.oneof(any('S0POSTMSTR'), userText)
const reason = fc.oneof(any(...EscalationReason.options), userText)
const absence = fc.oneof(
  fc.record({ kind: kind('away'), since: time, until: time }, { requiredKeys: ['kind', 'since'] }),
  fc.record({ kind: kind('alerted') }),
)
const queuePart = fc.record({
  rows: fc.array(
    fc.record(
      { number, reason, openedAt: time, claimedBy: user },
      { requiredKeys: ['number', 'reason', 'openedAt'] },
    ),
    { maxLength: 10 },
  ),
  more: fc.nat(500),
})
const queue = fc.record({
  asOf: time,
  stopped: queuePart,
  open: queuePart,
  mine: queuePart,
  waiting: queuePart,
  others: queuePart,
})
const share = fc.record({ part: fc.nat(50), of: fc.nat(100) })
const durations = fc.record({ count: fc.nat(100), median: fc.nat(), p90: fc.nat() })
const figures = fc.record({
  selfService: share,
  byPath: fc.array(fc.record({ flow: fc.oneof(any('locked', 'gone'), fc.constant(undefined)), share }), {
    maxLength: 30,
  }),
  toClaim: durations,
  toClose: durations,
  tickets: fc.nat(1000),
  deadEnds: fc.array(fc.record({ reason, count: fc.nat(100) }), { maxLength: 15 }),
  outOfScope: share,
})

/** Every post, with hostile text in all that stems from a person. */
export const posts: EachKind<PostView> = {
  card: fc.record({
    kind: kind('card'),
    ...reader,
    session: fc.uuid(),
    version,
    screen,
    path: fc.constant([]),
    canGoBack: fc.boolean(),
  }),
  retired_card: fc.record({ kind: kind('retired_card'), ...reader, screen }),
  ticket: fc.record(
    { kind: kind('ticket'), language, ticket, asOf: time, retired: fc.boolean() },
    { requiredKeys: ['kind', 'language', 'ticket'] },
  ),
  ticket_news: fc.record(
    {
      kind: kind('ticket_news'),
      ...reader,
      news: any(...TicketNews.options),
      ticket,
      text: userText,
      absence,
      live: fc.boolean(),
    },
    { requiredKeys: ['kind', 'language', 'news', 'ticket', 'live'] },
  ),
  alarm: fc.record(
    {
      kind: kind('alarm'),
      language,
      about: number,
      links: fc.array(number, { maxLength: 12 }),
      alarms: fc.array(any(...TicketAlarm.options, 'stopped' as const), { maxLength: 6 }),
      by: user,
      usergroup: group,
      elsewhere: fc.constant(true as const),
    },
    { requiredKeys: ['kind', 'language', 'about', 'links', 'alarms'] },
  ),
  owner_notice: fc.record({
    kind: kind('owner_notice'),
    ...reader,
    to: any('owner', 'manager', 'security', 'security_channel'),
    owner: any('told', 'requester', 'no_account'),
    notice: fc.oneof(
      fc.record({ of: any('opened', 'reopened') }),
      fc.record({
        of: fc.constant('closed' as const),
        as: any(...Outcome.options, 'declined', 'cancelled', 'open_again'),
      }),
    ),
    ticket,
    live: fc.boolean(),
  }),
  digest: fc.record(
    {
      kind: kind('digest'),
      language,
      usergroup: group,
      tickets: fc.uniqueArray(fc.record({ number, reason, openedAt: time }), {
        maxLength: 110,
        selector: (each) => each.number,
      }),
    },
    { requiredKeys: ['kind', 'language', 'tickets'] },
  ),
  reminder: fc.record({
    kind: kind('reminder'),
    language,
    at: time,
    calls: fc.record(
      { usergroup: group, users: fc.array(user, { maxLength: 6 }) },
      { requiredKeys: ['users'] },
    ),
    tickets: fc.array(
      fc.record(
        {
          number,
          reason,
          rests: any('unclaimed', 'silent'),
          since: time,
          claimedBy: user,
          stopped: fc.constant(true as const),
        },
        { requiredKeys: ['number', 'reason', 'rests', 'since'] },
      ),
      { maxLength: 60 },
    ),
  }),
  aside: fc.record({
    kind: kind('aside'),
    ...reader,
    place: fc.record({ flow: any('locked', 'gone'), node: any('stop', 'in', 'gone') }),
  }),
  notice: fc.record({ kind: kind('notice'), ...reader, notice: any('text_only', 'no_open_case') }),
  home: fc.record(
    {
      kind: kind('home'),
      ...reader,
      ticket,
      hasSession: fc.boolean(),
      queue: fc.oneof(queue, kind('unchecked')),
    },
    { requiredKeys: [...read.requiredKeys, 'hasSession'] },
  ),
}

const isCode = (code: string): code is keyof typeof errorTable => code in errorTable

/** Every whisper. */
export const whispers: EachKind<Whisper> = {
  secret_removed: fc.record({
    kind: kind('secret_removed'),
    secrets: fc.array(fc.oneof(any('password', 'code', 'answer', 'token', 'key', 'cookie'), userText), {
      maxLength: 4,
    }),
    typedIn: any('dm', 'channel', 'form', 'reply', 'desk'),
  }),
  too_fast: fc.record({ kind: kind('too_fast') }),
  stopped: fc.record({ kind: kind('stopped') }),
  queue: fc.record({ kind: kind('queue'), queue }),
  figures: fc.record({ kind: kind('figures'), figures, days: any('7', '30').map(Number) }),
  for_postmasters: fc.record({ kind: kind('for_postmasters') }),
  unchecked: fc.record({ kind: kind('unchecked') }),
  bad_period: fc.record({ kind: kind('bad_period') }),
  see_dm: fc.record({ kind: kind('see_dm') }),
  help: fc.record({ kind: kind('help') }),
  status: fc.record(
    { kind: kind('status'), ticket, absence, hasSession: fc.boolean() },
    { requiredKeys: ['kind', 'hasSession'] },
  ),
  cancelled: fc.record({ kind: kind('cancelled'), had: any('session', 'nothing') }),
  language_set: fc.record({ kind: kind('language_set') }),
  bad_language: fc.record({ kind: kind('bad_language') }),
  late: fc.record(
    { kind: kind('late'), action: any(...TicketActionType.options), by: user, at: time },
    { requiredKeys: ['kind'] },
  ),
  received: fc.record({ kind: kind('received') }),
  in_hand: fc.record({ kind: kind('in_hand') }),
  stopped_by_you: fc.record({ kind: kind('stopped_by_you') }),
  refused: fc.record({
    kind: kind('refused'),
    reason: any(
      'not_member',
      'not_postmaster',
      'own_ticket',
      'own_mailbox',
      'not_requester',
      'report_only',
      'reopen_over',
      'target_unfit',
      'target_same',
      'not_owner',
      'frozen',
      'cooling_off',
      'approvals_missing',
      'already_approved',
    ),
  }),
  outdated: fc.record({ kind: kind('outdated') }),
  error: fc.record({
    kind: kind('error'),
    code: any(...Object.keys(errorTable).filter(isCode)),
    reference: any('K7Q2', '4XMP'),
  }),
}

const ticketForm = <K extends string>(name: K) =>
  fc.record(
    { kind: kind(name), ticket: number, version, report: fc.constant(true as const) },
    { requiredKeys: ['kind', 'ticket', 'version'] },
  )

/** Every form; the mailbox stems from a Slack profile, which people edit themselves. */
export const modals: EachKind<Modal> = {
  hand_over: fc.record(
    { kind: kind('hand_over'), session: fc.uuid(), version, mailbox: userText },
    { requiredKeys: ['kind', 'session', 'version'] },
  ),
  release: ticketForm('release'),
  hand: ticketForm('hand'),
  ask: ticketForm('ask'),
  reply: ticketForm('reply'),
  note: ticketForm('note'),
  resolve: ticketForm('resolve'),
  decline: ticketForm('decline'),
  add: ticketForm('add'),
  approve: ticketForm('approve'),
  unfreeze: ticketForm('unfreeze'),
}
