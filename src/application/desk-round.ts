import { dueReminders, nextReminderAt, reminded } from '../desk/reminder.ts'
import type { Context } from './context.ts'
import type { Tx } from './ports.ts'
import type { Surface } from './post.ts'

const kind = 'desk_round'
const subjectOf = (team: string): string => `desk:${team}`

/** Sees that the postmasters are reminded when the next ticket needs it, and not before: asked for whenever a ticket has changed. */
export async function planRound(tx: Tx, context: Context, team: string): Promise<void> {
  const dueAt = nextReminderAt(await tx.tickets.live(team), context.workingHours)
  const subject = subjectOf(team)
  if (dueAt === undefined) await tx.timers.cancel(kind, subject)
  else await tx.timers.start({ id: context.ids.next(), kind, subject, dueAt })
}

/** Reminds the postmasters, in one post, of every ticket that needs it now, and notes on each that it was said. */
export async function deskRound(tx: Tx, context: Context, team: string): Promise<void> {
  const now = context.clock.now()
  const due = dueReminders(await tx.tickets.live(team), context.workingHours, now)
  if (due.length > 0) {
    const surface: Surface = { kind: 'channel', team, channel: context.postmasterChannel }
    await tx.posts.put({
      id: context.ids.next(),
      surface,
      view: {
        kind: 'reminder',
        language: context.postmasterLanguage,
        at: now,
        calls: due.some(({ reason, isFirst }) => reason === 'unclaimed' && isFirst),
        tickets: due.map(({ ticket, reason, since }) => {
          const { number, reason: why, claimedBy, frozen } = ticket
          return {
            number,
            why,
            rests: reason,
            since,
            ...(claimedBy !== undefined && { claimedBy }),
            ...(frozen !== undefined && { frozen: true as const }),
          }
        }),
      },
    })
    for (const { ticket } of due) await tx.tickets.amend(reminded(ticket, now))
  }
  await planRound(tx, context, team)
}

/** The team that a timer of this kind is for. */
export function teamOf(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1)
}
