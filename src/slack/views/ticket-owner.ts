import type { RichTextBlockElement } from '@slack/types'
import { owedNotices } from '../../desk/owed-notices.ts'
import type { Ticket } from '../../desk/ticket.ts'
import type { Language } from '../../language.ts'
import { bold, type Inline, mention, paragraph, plain } from './rich-text.ts'
import { ownerWords } from './words/owner-words.ts'

type Notice = Ticket['notices'][number]

function second({ second: as }: Notice, user: string | undefined, language: Language): Inline[] {
  const { card } = ownerWords[language]
  switch (as) {
    case undefined:
      return []
    case 'nobody':
      return plain(`${card.comma}${card.nobody}`)
    case 'manager':
    case 'security':
      return user === undefined
        ? plain(`${card.comma}${card.securityChannel}`)
        : [...plain(card.comma), ...mention(user), ...plain(card[as])]
  }
}

/** How the owner heard last, and what they have not heard yet. */
function heard(ticket: Ticket, language: Language): Inline[] {
  const { card } = ownerWords[language]
  const last = ticket.notices.at(-1)
  if (last === undefined) return plain(card.notYet)
  const isTold = last.owner === 'told' && ticket.owner !== undefined
  const owed = owedNotices(ticket)[0]
  const outstanding = owed?.of === 'closed' ? card.closeNotYet : card.reopeningNotYet
  return [
    ...(isTold ? mention(ticket.owner ?? '') : []),
    ...plain(card.owner[last.owner]),
    ...second(last, ticket.second, language),
    ...plain(owed === undefined ? '' : outstanding),
  ]
}

/** What the postmasters see of the mailbox's owner: whether they were told, and who else was. */
export function ticketOwner(ticket: Ticket, language: Language): RichTextBlockElement[] {
  return paragraph(bold(ownerWords[language].card.label), heard(ticket, language))
}
