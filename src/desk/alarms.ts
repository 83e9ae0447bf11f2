import { sameMailbox } from './match-mailbox.ts'
import { isPressing } from './pressure.ts'
import { closedStates } from './retention.ts'
import type { Ticket, TicketAlarm } from './ticket.ts'

const dayMs = 24 * 3_600_000

/** So far back the desk looks for other tickets of a requester, in ms (security.md, C16). */
export const requesterWindowMs = dayMs
/** And for those about a mailbox: one that was opened long before may have been resolved today. */
export const mailboxWindowMs = 30 * dayMs

/** Reasons for which a postmaster sets a password. */
const needsPassword: ReadonlySet<string> = new Set(['no_recovery_options', 'first_password'])

function isPasswordCase({ reason, outcome }: Ticket): boolean {
  return outcome === 'password_reset' || needsPassword.has(reason)
}

function isSecondFactorCase({ reason, outcome }: Ticket): boolean {
  return outcome === 'phone_unbound' || reason === 'second_factor'
}

function isLive({ state }: Ticket): boolean {
  return !closedStates.includes(state)
}

/** The tickets of other people about the same mailbox that are still before the postmasters. */
export function rivalsOf(ticket: Ticket, aboutMailbox: readonly Ticket[]): readonly Ticket[] {
  return aboutMailbox.filter(
    (each) => each.number !== ticket.number && each.requester.user !== ticket.requester.user && isLive(each),
  )
}

/** Whether a second factor is to go, or went, within a day of a new password on the same mailbox: the pattern of the Clorox case. */
export function followsReset(ticket: Ticket, aboutMailbox: readonly Ticket[], now: number): boolean {
  if (!isSecondFactorCase(ticket)) return false
  return aboutMailbox.some((each) => {
    const at = Math.max(each.openedAt, each.resolvedAt ?? 0)
    return each.number !== ticket.number && isPasswordCase(each) && now - at < dayMs
  })
}

/** Whether an owner said of one of these that it was not them, lifted since or not: what follows takes two postmasters. */
export function wasStopped(aboutMailbox: readonly Ticket[]): boolean {
  return aboutMailbox.some(({ frozen, unfrozen }) => frozen !== undefined || unfrozen !== undefined)
}

/**
 * What is out of the ordinary about a ticket as it opens at `now` (ms since epoch). `aboutMailbox`: tickets about its mailbox of
 * the last days, and live ones; `byRequester`: the requester's own of the last day. Both may hold the ticket itself.
 * Words of urgency only raise a flag; nothing here changes who may do what.
 */
export function alarmsAt(
  ticket: Ticket,
  aboutMailbox: readonly Ticket[],
  byRequester: readonly Ticket[],
  now: number,
): readonly TicketAlarm[] {
  const others = aboutMailbox.filter((each) => each.number !== ticket.number)
  const alarms: Record<TicketAlarm, boolean> = {
    asked_by_others: rivalsOf(ticket, others).length > 0,
    repeated: others.some((each) => now - each.openedAt < dayMs),
    second_factor_after_reset: followsReset(ticket, others, now),
    stopped_before: wasStopped(others),
    several_mailboxes: byRequester.some((each) => !sameMailbox(each.mailbox, ticket.mailbox)),
    pressure: isPressing(`${ticket.screenText} ${ticket.note}`),
  }
  const kinds: readonly TicketAlarm[] = [
    'asked_by_others',
    'stopped_before',
    'second_factor_after_reset',
    'repeated',
    'several_mailboxes',
    'pressure',
  ]
  return kinds.filter((kind) => alarms[kind])
}
