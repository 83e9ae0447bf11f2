import type { Json } from './json.ts'
import type { StoredMessage } from './records.ts'
import { app, team } from './team.ts'

/** A message as Slack's API and payloads show it. */
export function messageShape(message: StoredMessage, withMetadata: boolean): Json {
  const { ts, user, text, blocks, metadata, threadTs, edited, files, clientMsgId } = message
  const byBot = user === app.botUser
  return {
    type: 'message',
    ...(files !== undefined && { subtype: 'file_share', files, upload: false }),
    user,
    ...(byBot && { bot_id: app.botId, app_id: app.id, bot_profile: botProfile }),
    ts,
    ...(clientMsgId !== undefined && { client_msg_id: clientMsgId }),
    text,
    team: team.id,
    ...(blocks !== undefined && { blocks }),
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    ...(edited !== undefined && { edited }),
    ...(metadata !== undefined && {
      metadata: withMetadata ? metadata : { event_type: metadata.event_type },
    }),
  }
}

const botProfile = {
  id: app.botId,
  deleted: false,
  name: app.name,
  updated: 0,
  app_id: app.id,
  user_id: app.botUser,
  team_id: team.id,
}
