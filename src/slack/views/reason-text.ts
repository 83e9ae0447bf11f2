import { EscalationReason } from '../../guide/content.ts'
import type { Language } from '../../language.ts'
import { ticketWords } from './words/ticket-words.ts'

/** Why a ticket was opened, in a few words; a reason of another release needs a closer look. */
export function reasonText(reason: string, language: Language): string {
  return ticketWords[language].reasons[EscalationReason.safeParse(reason).data ?? 'other']
}
