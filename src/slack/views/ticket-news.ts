import type { Button, KnownBlock, RichTextBlockElement } from '@slack/types'
import type { Ticket } from '../../desk/ticket.ts'
import { type Language, localise } from '../../language.ts'
import { absenceLine } from './absence.ts'
import { actions, confirmation, context } from './blocks.ts'
import { cut } from './escape.ts'
import { titled } from './node-text.ts'
import { stopButton } from './owner-notice.ts'
import { bold, type Inline, mention, paragraph, plain, quote, richText, said } from './rich-text.ts'
import { ticketButton } from './ticket-button.ts'
import type { PostOf, ViewContext } from './view-context.ts'
import { newsWords } from './words/news-words.ts'
import { ownerWords } from './words/owner-words.ts'
import { ticketWords } from './words/ticket-words.ts'

const messageShown = 2000

/** A postmaster by mention, or just "a postmaster" where it is not known which. */
function postmaster(user: string | undefined, language: Language): Inline[] {
  return user === undefined ? bold(newsWords[language].somePostmaster) : mention(user)
}

/** Where a ticket stands, in the requester's eyes. */
export function ticketStanding(ticket: Ticket, language: Language): RichTextBlockElement[] {
  if (ticket.onBehalfOf && ticket.state === 'open') {
    return paragraph(plain(newsWords[language].received(ticket.number).text))
  }
  const by = ticket.state === 'claimed' ? postmaster(ticket.claimedBy, language) : []
  return paragraph(by, plain(newsWords[language].state[ticket.state]))
}

/** Who said it, and what. */
function saidBy(ticket: Ticket, language: Language, what: string, text: RichTextBlockElement[]) {
  const from = ticket.messages.findLast((message) => message.from === 'postmaster')?.user
  return [...paragraph(postmaster(from, language), bold(what)), ...text]
}

function declined(
  { ticket, language }: PostOf<'ticket_news'>,
  text: RichTextBlockElement[],
  contact: string,
): RichTextBlockElement[] {
  const words = newsWords[language].declined[ticket.declineReason ?? 'other']
  return [...titled({ title: words.title, text: '' }), ...text, ...paragraph(plain(words.text(contact)))]
}

function news(view: PostOf<'ticket_news'>, contact: string): RichTextBlockElement[] {
  const { ticket, language } = view
  const words = newsWords[language]
  const text = quote(said(view.text ?? '', messageShown))
  switch (view.news) {
    case 'opened':
      return titled(words.opened(ticket.number))
    case 'received':
      return titled(words.received(ticket.number))
    case 'already_open':
      return [...titled(words.alreadyOpen(ticket.number)), ...ticketStanding(ticket, language)]
    case 'claimed':
      return [
        ...paragraph(postmaster(ticket.claimedBy, language), bold(words.claimed)),
        ...paragraph(plain(words.claimedNext(ticket.number))),
      ]
    case 'released':
      return titled(words.released(ticket.number))
    case 'asked':
      return [
        ...saidBy(ticket, language, words.asked(ticket.number), text),
        ...paragraph(plain(view.live ? words.askedNext : '')),
      ]
    case 'answered':
      return [
        ...saidBy(ticket, language, words.answered(ticket.number), text),
        ...paragraph(plain(view.live && ticket.state !== 'waiting' ? words.answerNext : '')),
      ]
    case 'declined':
      return declined(view, text, contact)
    case 'added':
      return [...paragraph(bold(words.added(ticket.number))), ...text, ...paragraph(plain(words.addedNext))]
    case 'resolved':
      return [
        ...titled(words.resolved[ticket.outcome ?? 'other']),
        ...paragraph(plain(view.live ? words.areYouIn : '')),
      ]
    case 'confirmed':
      return titled(words.confirmed(ticket.number))
    case 'reopened':
      return titled(words.reopened(ticket.number))
    case 'cancelled':
      return titled(words.cancelled(ticket.number))
  }
}

function openButtons(ticket: Ticket, language: Language): Button[] {
  const words = newsWords[language]
  const { onBehalfOf, state } = ticket
  const [label, question] = onBehalfOf
    ? [words.withdraw, words.confirmWithdraw]
    : [words.cancel, words.confirmCancel]
  return [
    state === 'waiting'
      ? ticketButton(ticket, 'add', words.answer, { style: 'primary' })
      : ticketButton(ticket, 'add', words.add),
    ticketButton(ticket, 'cancel', label, { confirm: confirmation(question) }),
  ]
}

/** The requester's own buttons, by what the ticket allows now. */
function buttons({ ticket, language, news: about }: PostOf<'ticket_news'>): Button[] {
  const words = newsWords[language]
  switch (ticket.state) {
    case 'open':
    case 'claimed':
    case 'waiting':
      return openButtons(ticket, language)
    case 'resolved':
      return about === 'confirmed'
        ? []
        : [
            ticketButton(ticket, 'confirm', words.yes, { style: 'primary' }),
            ticketButton(ticket, 'reopen', words.no),
          ]
    case 'declined':
      return [ticketButton(ticket, 'reopen', words.again)]
    case 'cancelled':
      return []
  }
}

/** A requester whose own mailbox it is may say that it was not them who asked; once they did, that is all there is. */
function withStop(view: PostOf<'ticket_news'>): Button[] {
  const { ticket, language } = view
  if (ticket.frozen !== undefined) return []
  const isOwn = ticket.owner === ticket.requester.user
  return [...buttons(view), ...(isOwn ? [stopButton(ticket, language, 'owner')] : [])]
}

/** Once they said that it was not them, nothing else counts. */
function isStopped({ ticket, live }: PostOf<'ticket_news'>): boolean {
  return ticket.frozen !== undefined && live
}

function stopped({ ticket, language }: PostOf<'ticket_news'>): RichTextBlockElement[] {
  const { stopped, ownAccount } = ownerWords[language]
  const title = `${ticketWords[language].ticket(ticket.number)} · `
  return [...paragraph(bold(title), bold(stopped.owner)), ...paragraph(plain(ownAccount))]
}

/** What the requester hears about their ticket; without buttons once newer news stands below. */
export function ticketNews(view: PostOf<'ticket_news'>, views: ViewContext): KnownBlock[] {
  const live = view.live ? withStop(view) : []
  const contact = cut(localise(views.supportContact, view.language), 200)
  return [
    ...richText(
      ...(isStopped(view)
        ? [stopped(view)]
        : [news(view, contact), paragraph(absenceLine(view.absence, view))]),
    ),
    ...actions(live),
    ...(live.length === 0 ? [] : [context(newsWords[view.language].never)]),
  ]
}
