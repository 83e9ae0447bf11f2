import type { Button, KnownBlock, Overflow } from '@slack/types'
import type { Ticket } from '../../desk/ticket.ts'
import type { Language } from '../../language.ts'
import type { TicketButton } from '../action.ts'
import { actions, context } from './blocks.ts'
import { richText } from './rich-text.ts'
import { ticketButton, ticketMenu } from './ticket-button.ts'
import { ticketFacts, ticketTitle, ticketTodo } from './ticket-facts.ts'
import { ticketState } from './ticket-state.ts'
import { ticketMessages, ticketNotes } from './ticket-talk.ts'
import type { PostOf } from './view-context.ts'
import { ticketWords } from './words/ticket-words.ts'

/** The likeliest next step first, the rest in a menu; whether this person may do it is asked again when they press. */
function buttons(ticket: Ticket, language: Language): (Button | Overflow)[] {
  const words = ticketWords[language]
  const { rest } = words
  const of = (what: 'claim' | 'ask' | 'reply' | 'note' | 'resolve', style?: 'primary'): Button =>
    ticketButton(ticket, what, words[what], { style, spoken: words.spoken(words[what], ticket.number) })
  const menu = (...choices: (TicketButton & keyof typeof rest)[]): Overflow =>
    ticketMenu(
      ticket,
      choices.map((choice) => [choice, rest[choice]]),
    )
  switch (ticket.state) {
    case 'open':
      return [of('claim', 'primary'), of('reply'), of('note')]
    case 'claimed':
      return [of('resolve', 'primary'), of('ask'), of('reply'), menu('note', 'hand', 'decline', 'release')]
    case 'waiting':
      return [of('reply'), of('resolve'), menu('ask', 'note', 'hand', 'decline', 'release')]
    case 'resolved':
    case 'declined':
    case 'cancelled':
      return []
  }
}

/** The ticket in the postmaster channel: everything at a glance, nothing to ask again. Once it is closed, only what came of it; once a newer card stands below, only that it does. */
export function ticketPost({ ticket, language, retired = false }: PostOf<'ticket'>): KnownBlock[] {
  if (retired) {
    return [...richText(ticketTitle(ticket, language)), context(ticketWords[language].below)]
  }
  const live = buttons(ticket, language)
  return [
    ...richText(ticketTitle(ticket, language), ticketState(ticket, language)),
    ...richText(ticketFacts(ticket, language)),
    ...(live.length === 0 ? [] : richText(ticketTodo(ticket, language))),
    ...richText(ticketMessages(ticket, language), ticketNotes(ticket, language)),
    ...actions(live),
  ]
}
