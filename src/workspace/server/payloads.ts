import type { Json } from './json.ts'
import { app, type Channel, type Member, team } from './team.ts'

/** What every interactive payload carries. */
export function interactiveBase(user: Member): Json {
  return {
    team: { id: team.id, domain: team.domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    api_app_id: app.id,
    token: app.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** The name of a channel as payloads carry it. */
export function payloadChannelName(channel: Channel): string {
  if (channel.kind === 'dm') return 'directmessage'
  return channel.kind === 'private' ? 'privategroup' : channel.name
}
