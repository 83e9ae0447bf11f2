import type { Button, KnownBlock } from '@slack/types'
import type { Ticket } from '../../desk/ticket.ts'
import type { Language } from '../../language.ts'
import { actions, confirmation, context } from './blocks.ts'
import { richText } from './rich-text.ts'
import { ticketButton } from './ticket-button.ts'
import { ticketFacts, ticketMessages, ticketState, ticketTitle, ticketTodo } from './ticket-facts.ts'
import type { PostOf } from './view-context.ts'
import { ticketWords } from './words/ticket-words.ts'

/** What can be done in this state; whether this person may do it is asked again when they press. */
function buttons(ticket: Ticket, language: Language): Button[] {
  const words = ticketWords[language]
  const spoken = (label: string): { spoken: string } => ({ spoken: words.spoken(label, ticket.number) })
  const reply = ticketButton(ticket, 'reply', words.reply, spoken(words.reply))
  switch (ticket.state) {
    case 'open':
      return [ticketButton(ticket, 'claim', words.claim, { style: 'primary', ...spoken(words.claim) }), reply]
    case 'claimed':
      return [
        ticketButton(ticket, 'resolve', words.resolve, { style: 'primary', ...spoken(words.resolve) }),
        reply,
        ticketButton(ticket, 'release', words.release, {
          confirm: confirmation(words.confirmRelease),
          ...spoken(words.release),
        }),
      ]
    case 'resolved':
    case 'cancelled':
      return []
  }
}

/** The ticket in the postmaster channel: everything at a glance, nothing to ask again. Once it is closed, only what came of it; once a newer card stands below, only that it does. */
export function ticketPost({ ticket, language, retired = false }: PostOf<'ticket'>): KnownBlock[] {
  if (retired) {
    return [...richText(ticketTitle(ticket, language)), context(ticketWords[language].below)]
  }
  const closed = ticket.state === 'resolved' || ticket.state === 'cancelled'
  return [
    ...richText(ticketTitle(ticket, language), ticketState(ticket, language)),
    ...richText(ticketFacts(ticket, language)),
    ...(closed ? [] : richText(ticketTodo(ticket, language))),
    ...richText(ticketMessages(ticket, language)),
    ...actions(buttons(ticket, language)),
  ]
}
