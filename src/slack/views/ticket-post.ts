import type { Button, KnownBlock, Overflow } from '@slack/types'
import { missingApproval } from '../../desk/approvals.ts'
import { coolingOffUntil } from '../../desk/held-up.ts'
import type { Ticket } from '../../desk/ticket.ts'
import type { Language } from '../../language.ts'
import type { TicketButton } from '../action.ts'
import { actions, context } from './blocks.ts'
import { richText } from './rich-text.ts'
import { ticketButton, ticketMenu } from './ticket-button.ts'
import { ticketCautions, ticketStop } from './ticket-cautions.ts'
import { ticketFacts, ticketTitle, ticketTodo } from './ticket-facts.ts'
import { ticketState } from './ticket-state.ts'
import { ticketMessages, ticketNotes } from './ticket-talk.ts'
import type { PostOf } from './view-context.ts'
import { ticketWords } from './words/ticket-words.ts'

/** What a card is drawn from. */
interface Seen {
  readonly ticket: Ticket
  readonly language: Language
  readonly asOf: number
}

type Shown = 'claim' | 'ask' | 'reply' | 'note' | 'resolve' | 'approve' | 'unfreeze'
type InMenu = TicketButton & keyof (typeof ticketWords)['en']['rest']

/** What brings it to its end next; what would be refused is not offered. */
function towardsEnd({ ticket, asOf }: Seen): 'approve' | 'resolve' | undefined {
  if (missingApproval(ticket, asOf) !== undefined) return 'approve'
  return coolingOffUntil(ticket, asOf) === undefined ? 'resolve' : undefined
}

/** Of a stopped ticket: what goes on. Letting it go on comes after a call, and is never the quickest thing to press. */
function offeredStopped({ state }: Ticket): readonly [readonly Shown[], readonly InMenu[]] {
  switch (state) {
    case 'open':
      return [['claim', 'unfreeze', 'note'], []]
    case 'claimed':
    case 'waiting':
      return [
        ['unfreeze', 'note'],
        ['hand', 'decline', 'release'],
      ]
    case 'resolved':
    case 'declined':
    case 'cancelled':
      return [['unfreeze'], []]
  }
}

/** The likeliest next step first, the rest for a menu. */
function offered(seen: Seen): readonly [readonly Shown[], readonly InMenu[]] {
  const { ticket } = seen
  if (ticket.frozen !== undefined) return offeredStopped(ticket)
  const next = towardsEnd(seen)
  const ending = next === undefined ? [] : [next]
  switch (ticket.state) {
    case 'open':
      return [['claim', 'reply', 'note'], []]
    case 'claimed':
      return [
        [...ending, 'ask', 'reply'],
        ['note', 'hand', 'decline', 'release'],
      ]
    case 'waiting':
      return [
        ['reply', ...ending],
        ['ask', 'note', 'hand', 'decline', 'release'],
      ]
    case 'resolved':
    case 'declined':
    case 'cancelled':
      return [[], []]
  }
}

const leads: ReadonlySet<Shown> = new Set(['claim', 'approve', 'resolve'])

/** Whether this person may do it is asked again when they press. */
function buttons(seen: Seen): (Button | Overflow)[] {
  const { ticket, language } = seen
  const words = ticketWords[language]
  const [shown, inMenu] = offered(seen)
  const menu = inMenu.map((each) => [each, words.rest[each]] as const)
  return [
    ...shown.map((what, index) =>
      ticketButton(ticket, what, words[what], {
        style: index === 0 && leads.has(what) ? 'primary' : undefined,
        spoken: words.spoken(words[what], ticket.number),
      }),
    ),
    ...(menu.length === 0 ? [] : [ticketMenu(ticket, menu)]),
  ]
}

/** Posts of older releases do not say when they were put. */
function seenIn({ ticket, language, asOf }: PostOf<'ticket'>): Seen {
  return { ticket, language, asOf: asOf ?? ticket.lastMove?.at ?? ticket.openedAt }
}

/** The ticket in the postmaster channel: everything at a glance, nothing to ask again. Once it is closed, only what came of it; once a newer card stands below, only that it does. */
export function ticketPost(view: PostOf<'ticket'>): KnownBlock[] {
  const { ticket, language, retired = false } = view
  if (retired) {
    return [...richText(ticketTitle(ticket, language)), context(ticketWords[language].below)]
  }
  const seen = seenIn(view)
  const live = buttons(seen)
  const hasWork = live.length > 0 && ticket.frozen === undefined
  return [
    ...richText(ticketTitle(ticket, language), ticketStop(ticket, language), ticketState(ticket, language)),
    ...richText(ticketCautions(seen)),
    ...richText(ticketFacts(ticket, language)),
    ...(hasWork ? richText(ticketTodo(ticket, language)) : []),
    ...richText(ticketMessages(ticket, language), ticketNotes(ticket, language)),
    ...actions(live),
  ]
}
