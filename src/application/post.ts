import { z } from 'zod'
import { Absence } from '../desk/absence.ts'
import { OwedNotice } from '../desk/owed-notices.ts'
import { Queue } from '../desk/queue.ts'
import { OwnerNotice, Ticket, TicketAlarm } from '../desk/ticket.ts'
import { Place } from '../guide/guide.ts'
import { Screen, Step } from '../guide/session.ts'
import { Language } from '../language.ts'

/** Where a post lives. */
export const Surface = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dm'), team: z.string(), user: z.string() }),
  z.strictObject({ kind: z.literal('channel'), team: z.string(), channel: z.string() }),
  z.strictObject({ kind: z.literal('home'), team: z.string(), user: z.string() }),
])
export type Surface = z.infer<typeof Surface>

const reader = { language: Language, timeZone: z.string().optional() }

/** What happened to a ticket, as the requester hears it. */
export const TicketNews = z.enum([
  'opened',
  /** All that is heard of a report about somebody else's mailbox. */
  'received',
  'already_open',
  'claimed',
  'released',
  /** A question, on whose answer the ticket waits. */
  'asked',
  'answered',
  'added',
  'resolved',
  'declined',
  'confirmed',
  'reopened',
  'cancelled',
])
export type TicketNews = z.infer<typeof TicketNews>

/** What an alarm is about: what is odd about a ticket, or that its owner stopped it. */
const AlarmKind = z.enum([...TicketAlarm.options, 'stopped'])
export type AlarmKind = z.infer<typeof AlarmKind>

/** What a post shows: a small value, rendered to Block Kit when it is delivered. Never holds a secret. */
export const PostView = z.discriminatedUnion('kind', [
  /** The session's card, with live buttons. */
  z.strictObject({
    kind: z.literal('card'),
    ...reader,
    session: z.string(),
    version: z.int(),
    screen: Screen,
    path: z.array(Step),
    canGoBack: z.boolean(),
  }),
  /** A card whose place was taken by a newer one, or whose walk is over: no buttons. */
  z.strictObject({ kind: z.literal('retired_card'), ...reader, screen: Screen }),
  /** The ticket as the postmasters see it; `retired` once a newer card of the same ticket stands below: no buttons. */
  z.strictObject({
    kind: z.literal('ticket'),
    language: Language,
    ticket: Ticket,
    /** The moment as of which it is shown: what had run out by then counts no more. ms since epoch; missing on posts of older releases. */
    asOf: z.int().optional(),
    retired: z.boolean().optional(),
  }),
  /** The ticket as its requester sees it; `live` is false once newer news stands below. */
  z.strictObject({
    kind: z.literal('ticket_news'),
    ...reader,
    news: TicketNews,
    ticket: Ticket,
    text: z.string().optional(),
    /** Where it waits for postmasters who are not at work. */
    absence: Absence.optional(),
    live: z.boolean(),
  }),
  /** For postmasters and the security contact: something about a ticket that needs a look now. Ids only. */
  z.strictObject({
    kind: z.literal('alarm'),
    language: Language,
    about: z.int(),
    links: z.array(z.int()),
    alarms: z.array(AlarmKind),
    by: z.string().optional(),
    usergroup: z.string().optional(),
    /** It is read elsewhere than in the postmasters' channel. */
    elsewhere: z.literal(true).optional(),
  }),
  /**
   * For the owner of the mailbox, or whoever hears in their place: a case about it was opened or closed. The ticket is as they
   * may see it; `owner` says how the owner heard; `live` is false once a newer notice stands below. A channel has no button.
   */
  z.strictObject({
    kind: z.literal('owner_notice'),
    ...reader,
    to: z.enum(['owner', 'manager', 'security', 'security_channel']),
    owner: OwnerNotice.shape.owner,
    notice: OwedNotice,
    ticket: Ticket,
    live: z.boolean(),
  }),
  /** More new tickets than anybody can read one by one: a list, from which each card can be had. Ids only. */
  z.strictObject({
    kind: z.literal('digest'),
    language: Language,
    usergroup: z.string().optional(),
    tickets: z.array(z.strictObject({ number: z.int(), reason: z.string(), openedAt: z.int() })),
  }),
  /** The text of a node, said once, without buttons. */
  z.strictObject({ kind: z.literal('aside'), ...reader, place: Place }),
  /** A fixed short message. */
  z.strictObject({ kind: z.literal('notice'), ...reader, notice: z.enum(['text_only', 'no_open_case']) }),
  /** Tickets that nobody looks after, as of `at`: numbers and ids only. */
  z.strictObject({
    kind: z.literal('reminder'),
    language: Language,
    at: z.int(),
    /** Whom it calls besides those who have a ticket: a user group, or some postmasters. */
    calls: z.strictObject({ usergroup: z.string().optional(), users: z.array(z.string()) }),
    tickets: z.array(
      z.strictObject({
        number: z.int(),
        reason: z.string(),
        rests: z.enum(['unclaimed', 'silent']),
        since: z.int(),
        claimedBy: z.string().optional(),
        stopped: z.literal(true).optional(),
      }),
    ),
  }),
  /** The Home tab. */
  z.strictObject({
    kind: z.literal('home'),
    ...reader,
    ticket: Ticket.optional(),
    hasSession: z.boolean(),
    /** For postmasters, as of when they looked or acted; `unchecked` where Slack did not say whether they are one. */
    queue: z.union([Queue, z.literal('unchecked')]).optional(),
  }),
])
export type PostView = z.infer<typeof PostView>

/** A Slack message (or Home tab) that should exist, showing this, at this revision (from 1). */
export interface Post {
  readonly id: string
  readonly surface: Surface
  readonly view: PostView
  readonly revision: number
}

/** A post that a worker has leased to bring Slack up to date. Times are ms since epoch. */
export interface LeasedPost extends Post {
  /** Grows with every lease; a result with an older fence is discarded. */
  readonly fence: number
  /** Where Slack has it now, once it was sent. */
  readonly sent?: { readonly channel: string; readonly ts: string }
  /** Set when an earlier attempt's outcome is not known: since when to look for it. */
  readonly uncertainSince?: number
  readonly attempts: number
}

/** What became of an attempt to send. */
export type SendResult =
  | { readonly kind: 'sent'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'not_sent'; readonly retryAt: number; readonly code: string }
  | { readonly kind: 'unknown'; readonly retryAt: number; readonly code: string }
  | { readonly kind: 'dead'; readonly code: string }
