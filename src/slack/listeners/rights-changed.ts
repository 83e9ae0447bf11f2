import type { App } from '@slack/bolt'
import { z } from 'zod'
import type { Edge } from './edge.ts'

const UserChanged = z.object({ user: z.object({ id: z.string() }) })

/** Whoever loses a right loses it at once, and not when the directory is asked again. */
export function listenToRightsChanged(app: App, edge: Edge): void {
  app.event('subteam_members_changed', async () => edge.directory.forgetMembers())
  app.event('member_left_channel', async () => edge.directory.forgetMembers())
  app.event('user_change', async ({ event }) =>
    edge.directory.forgetPerson(edge.identity.team, UserChanged.parse(event).user.id),
  )
}
