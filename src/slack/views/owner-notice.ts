import type { Button, KnownBlock, RichTextBlockElement } from '@slack/types'
import type { Ticket } from '../../desk/ticket.ts'
import { EscalationReason } from '../../guide/content.ts'
import { type Language, localise } from '../../language.ts'
import { actions, confirmation, context } from './blocks.ts'
import { cut, visible } from './escape.ts'
import { bold, mention, moment, paragraph, plain, richText, said } from './rich-text.ts'
import { ticketButton } from './ticket-button.ts'
import type { PostOf } from './view-context.ts'
import { newsWords } from './words/news-words.ts'
import { ownerWords } from './words/owner-words.ts'
import { ticketWords } from './words/ticket-words.ts'

type Notice = PostOf<'owner_notice'>

/** "This wasn't me", or "them", which stops the ticket. */
export function stopButton(ticket: Ticket, language: Language, whose: 'owner' | 'others'): Button {
  const words = ownerWords[language]
  const label = whose === 'owner' ? words.notMe : words.notThem
  const confirm = confirmation(words.confirm[whose])
  return ticketButton(ticket, 'freeze', label, { style: 'danger', confirm })
}

function title({ notice, ticket, to, language }: Notice): RichTextBlockElement[] {
  const words = ownerWords[language]
  const around = notice.of === 'closed' ? words.closed[notice.as] : words[notice.of]
  const [before, after] = around(words.mailbox[to])
  return paragraph(bold(before), said(ticket.mailbox, 254), bold(after))
}

/** What for, in general words; never in the requester's. */
function purpose({ reason, title }: Ticket, language: Language): string {
  const known = EscalationReason.safeParse(reason).data
  return known === undefined
    ? cut(visible(localise(title, language)), 150)
    : ticketWords[language].reasons[known]
}

function asked({ ticket, language }: Notice): RichTextBlockElement[] {
  const { askedBy } = ownerWords[language]
  const about = [ticketWords[language].ticket(ticket.number), purpose(ticket, language)]
  return paragraph(
    bold(askedBy),
    mention(ticket.requester.user),
    plain(' · '),
    moment(ticket.openedAt, '{date_short_pretty} {time}'),
    plain(` · ${about.join(' · ')}`),
  )
}

function why({ to, owner, language }: Notice): RichTextBlockElement[] {
  const { because, you } = ownerWords[language]
  return paragraph(plain(`${because[owner]}${you[to]}`))
}

/** What happens next; once it is stopped, that. */
function next({ ticket, to, owner, notice, live, language }: Notice): RichTextBlockElement[] {
  const words = ownerWords[language]
  const whose = to === 'owner' ? 'owner' : 'others'
  if (ticket.frozen !== undefined) return paragraph(bold(words.stopped[whose]))
  if (!live) return []
  if (ticket.unfrozen !== undefined) return paragraph(bold(words.goesOn[whose]))
  const first = to === 'owner' && notice.of !== 'closed' ? paragraph(plain(words.first)) : []
  const say = to === 'security_channel' ? words.tell : words.press
  return [...first, ...paragraph(plain(`${words.ask[owner]}${say}`))]
}

/** What the owner of a mailbox hears, or whoever hears in their place: that a case about it was opened or closed, and how to stop it. */
export function ownerNotice(view: Notice): KnownBlock[] {
  const { ticket, to, live, language } = view
  const mayStop = live && to !== 'security_channel' && ticket.frozen === undefined
  return [
    ...richText(title(view), asked(view), why(view), next(view)),
    ...actions(mayStop ? [stopButton(ticket, language, to === 'owner' ? 'owner' : 'others')] : []),
    ...(live ? [context(newsWords[language].never)] : []),
  ]
}
