import fc from 'fast-check'
import { errorTable } from '../../src/application/errors.ts'
import { type PostView, TicketNews } from '../../src/application/post.ts'
import type { Modal, Whisper } from '../../src/application/reply.ts'
import { TicketAlarm } from '../../src/desk/ticket.ts'
import { TicketActionType } from '../../src/desk/ticket-action-type.ts'
import type { Screen } from '../../src/guide/session.ts'
import { screens } from '../slack/views/example.ts'
import { knownGroup, language, reason, ticket, time, timeZone, user } from './arbitrary-ticket.ts'
import { userText } from './user-text.ts'

/** A map over every kind of something: a new kind is no type error only once it is here. */
type EachKind<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: fc.Arbitrary<T & { readonly kind: K }>
}

const any = <T extends string>(...values: readonly T[]) => fc.constantFrom(...values)
const kind = <K extends string>(name: K) => fc.constant(name)
const number = fc.integer({ min: 1, max: 1_000_000 })
const version = fc.integer({ min: 1, max: 1000 })
const usergroup = fc.oneof(fc.constant(knownGroup), userText)
const screen = fc.constantFrom<Screen>(...screens)
const reader = { language, timeZone }
const read = { requiredKeys: ['kind', 'language'] } as const

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
    { kind: kind('ticket'), language, ticket, retired: fc.boolean() },
    { requiredKeys: ['kind', 'language', 'ticket'] },
  ),
  ticket_news: fc.record(
    {
      kind: kind('ticket_news'),
      ...reader,
      news: any(...TicketNews.options),
      ticket,
      text: userText,
      live: fc.boolean(),
    },
    { requiredKeys: ['kind', 'language', 'news', 'ticket', 'live'] },
  ),
  aside: fc.record({
    kind: kind('aside'),
    ...reader,
    place: fc.record({ flow: any('locked', 'gone'), node: any('stop', 'in', 'gone') }),
  }),
  notice: fc.record({ kind: kind('notice'), ...reader, notice: any('text_only', 'no_open_case') }),
  alarm: fc.record(
    {
      kind: kind('alarm'),
      language,
      about: number,
      links: fc.array(number, { maxLength: 5 }),
      alarms: fc.uniqueArray(any(...TicketAlarm.options, 'stopped')),
      by: user,
      usergroup,
    },
    { requiredKeys: ['kind', 'language', 'about', 'links', 'alarms'] },
  ),
  digest: fc.record(
    {
      kind: kind('digest'),
      language,
      usergroup,
      tickets: fc.uniqueArray(fc.record({ number, reason, openedAt: time }), {
        maxLength: 130,
        selector: (each) => each.number,
      }),
    },
    { requiredKeys: ['kind', 'language', 'tickets'] },
  ),
  home: fc.record(
    { kind: kind('home'), ...reader, ticket, hasSession: fc.boolean() },
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
  see_dm: fc.record({ kind: kind('see_dm') }),
  help: fc.record({ kind: kind('help') }),
  status: fc.record(
    { kind: kind('status'), ticket, hasSession: fc.boolean() },
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
  too_fast: fc.record({ kind: kind('too_fast') }),
  refused: fc.record({
    kind: kind('refused'),
    reason: any(
      'not_member',
      'not_postmaster',
      'own_ticket',
      'own_mailbox',
      'not_requester',
      'not_owner',
      'frozen',
      'cooling_off',
      'approvals_missing',
      'already_approved',
      'report_only',
      'reopen_over',
      'target_unfit',
      'target_same',
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
  approve: ticketForm('approve'),
  unfreeze: ticketForm('unfreeze'),
  add: ticketForm('add'),
}
