import type { Ticket } from '../desk/ticket.ts'
import { callPostmasters } from './call-postmasters.ts'
import type { Context } from './context.ts'
import type { Tx } from './ports.ts'
import type { AlarmKind, PostView, Surface } from './post.ts'
import { recordOwnWork } from './record-own-work.ts'

type AlarmView = Extract<PostView, { kind: 'alarm' }>

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
  const at = context.clock.now()
  for (const reason of alarms) await recordOwnWork(tx, ticket, { at, action: 'alarm', reason })
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
  const view: AlarmView = {
    kind: 'alarm',
    language: postmasterLanguage,
    about: number,
    links,
    alarms: [...alarms],
    ...(by !== undefined && { by }),
    calls: { users: [] },
  }
  await record(tx, context, alarm)
  await tx.posts.put({
    id: context.ids.next(),
    surface: { kind: 'channel', team, channel },
    view: { ...view, calls: callPostmasters(context) },
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
