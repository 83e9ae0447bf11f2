import type { Ticket } from '../desk/ticket.ts'
import type { Context } from './context.ts'
import type { Tx } from './ports.ts'
import type { AlarmKind, PostView, Surface } from './post.ts'

/** What is to be looked at at once. */
interface Alarm {
  readonly ticket: Ticket
  readonly alarms: readonly AlarmKind[]
  /** Who set it off, where somebody did. */
  readonly by?: string
}

/** Where the security contact reads: a DM, or a channel. */
export function securitySurface(team: string, contact: string): Surface {
  return /^[CG]/.test(contact)
    ? { kind: 'channel', team, channel: contact }
    : { kind: 'dm', team, user: contact }
}

async function record(tx: Tx, context: Context, { ticket, alarms }: Alarm): Promise<void> {
  const { team, number, state } = ticket
  const at = context.clock.now()
  for (const reason of alarms) {
    await tx.audit.append({
      team,
      ticket: number,
      at,
      user: 'postern',
      action: 'alarm',
      decision: 'done',
      from: state,
      to: state,
      reason,
    })
  }
}

/**
 * Tells the postmasters' channel, its user group by name, and the security contact that something about a ticket needs a look
 * now. Ids only, so that it can stay when the ticket goes. Does nothing without an alarm.
 */
export async function raiseAlarm(tx: Tx, context: Context, alarm: Alarm): Promise<void> {
  const { ticket, alarms, by } = alarm
  if (alarms.length === 0) return
  const { team, number, links } = ticket
  const { postmasterChannel: channel, postmasterLanguage } = context
  const { usergroup } = context.postmasters
  const view: PostView = {
    kind: 'alarm',
    language: postmasterLanguage,
    about: number,
    links,
    alarms: [...alarms],
    ...(by !== undefined && { by }),
  }
  await record(tx, context, alarm)
  await tx.posts.put({
    id: context.ids.next(),
    surface: { kind: 'channel', team, channel },
    view: usergroup === undefined ? view : { ...view, usergroup },
  })
  const { securityContact } = context
  // Whoever the alarm may be about must not be warned by it.
  if (securityContact === channel || securityContact === ticket.requester.user) return
  const known = await tx.people.language(team, securityContact)
  await tx.posts.put({
    id: context.ids.next(),
    surface: securitySurface(team, securityContact),
    view: { ...view, elsewhere: true, ...(known !== undefined && { language: known }) },
  })
}
