import { type DueReminder, dueReminders, nextReminderAt, reminded } from '../desk/reminder.ts'
import { callPostmasters } from './call-postmasters.ts'
import type { Context } from './context.ts'
import { PosternError } from './errors.ts'
import type { Tx } from './ports.ts'
import type { Calls, PostView, Surface } from './post.ts'

const kind = 'desk_round'
const subjectOf = (team: string): string => `desk:${team}`

type Reminder = Extract<PostView, { kind: 'reminder' }>

/** All of them are called once for each ticket; after that a reminder is only a post. */
function calls(due: readonly DueReminder[], context: Context): Calls {
  const isNew = due.some(({ reason, isFirst }) => reason === 'unclaimed' && isFirst)
  return isNew ? callPostmasters(context) : { users: [] }
}

function row({ ticket, reason: rests, since }: DueReminder): Reminder['tickets'][number] {
  const { number, reason, claimedBy, frozen } = ticket
  return {
    number,
    reason,
    rests,
    since,
    ...(claimedBy !== undefined && { claimedBy }),
    ...(frozen !== undefined && { stopped: true as const }),
  }
}

async function remind(tx: Tx, context: Context, team: string, due: readonly DueReminder[]): Promise<void> {
  const now = context.clock.now()
  const surface: Surface = { kind: 'channel', team, channel: context.postmasterChannel }
  const language = context.postmasterLanguage
  await tx.posts.put({
    id: context.ids.next(),
    surface,
    view: { kind: 'reminder', language, at: now, calls: calls(due, context), tickets: due.map(row) },
  })
  for (const { ticket } of due) {
    if (!(await tx.tickets.amend(reminded(ticket, now)))) throw new PosternError('storage_conflict')
  }
}

/** Sees that postmasters are reminded when the next ticket needs it, and not before: asked for whenever a ticket has changed. */
export async function planRound(tx: Tx, context: Context, team: string): Promise<void> {
  const dueAt = nextReminderAt(await tx.tickets.live(team), context.policy.workingHours)
  const subject = subjectOf(team)
  if (dueAt === undefined) await tx.timers.cancel(kind, subject)
  else await tx.timers.start({ id: context.ids.next(), kind, subject, dueAt })
}

/** Reminds the postmasters, in one post, of every ticket that needs it now, and notes on each that it was said. */
export async function deskRound(tx: Tx, context: Context, subject: string): Promise<void> {
  const team = subject.replace(/^desk:/, '')
  const { workingHours } = context.policy
  const due = dueReminders(await tx.tickets.live(team), workingHours, context.clock.now())
  if (due.length > 0) await remind(tx, context, team, due)
  await planRound(tx, context, team)
}
