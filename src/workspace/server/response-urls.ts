import { ApiError } from './api-error.ts'
import { isJson, type Json, parseJson } from './json.ts'
import type { LocalSlack } from './local-slack.ts'
import { messageContent } from './message-content.ts'
import { edit, post, postEphemeral, remove } from './messages.ts'
import type { ResponseUrl } from './records.ts'
import { messageKey } from './state.ts'
import { app, type Channel } from './team.ts'
import { type HttpAnswer, json, plain } from './web-answer.ts'

const livesMs = 30 * 60_000
const maxUses = 5

/** An address at which the app may answer a click or a command, five times in 30 minutes. */
export function issueResponseUrl(
  slack: LocalSlack,
  user: string,
  channel: string,
  original?: string,
): string {
  const id = slack.state.nextId('response-')
  const createdAt = slack.state.now()
  for (const old of slack.state.responseUrls.values()) {
    if (createdAt - old.createdAt > 2 * livesMs) slack.state.responseUrls.delete(old.id)
  }
  slack.state.responseUrls.set(id, {
    id,
    user,
    channel,
    createdAt,
    uses: 0,
    ...(original !== undefined && { original }),
  })
  return `${slack.address()}/response/${id}`
}

function original(slack: LocalSlack, target: ResponseUrl): { ephemeral: boolean; ts: string } {
  const ts = target.original
  if (ts === undefined) throw new ApiError('message_not_found')
  return { ts, ephemeral: slack.state.ephemerals.has(messageKey(target.channel, ts)) }
}

function takeOriginalAway(slack: LocalSlack, channel: Channel, target: ResponseUrl): void {
  const { ts, ephemeral } = original(slack, target)
  if (!ephemeral) {
    remove(slack, channel, ts, app.botUser)
    return
  }
  slack.state.ephemerals.delete(messageKey(channel.id, ts))
  slack.state.changed()
}

function replaceOriginal(slack: LocalSlack, channel: Channel, target: ResponseUrl, payload: Json): void {
  const { ts, ephemeral } = original(slack, target)
  const content = messageContent(payload)
  if (!ephemeral) {
    edit(slack, channel, ts, content)
    return
  }
  takeOriginalAway(slack, channel, target)
  const message = postEphemeral(slack, channel, app.botUser, target.user, content)
  slack.state.responseUrls.set(target.id, { ...target, original: message.ts, uses: target.uses + 1 })
}

/** Does what an answer to a click or a command says: a new message (ephemeral unless told otherwise), or a change of the original. */
export function respond(slack: LocalSlack, target: ResponseUrl, payload: Json): void {
  const channel = slack.channels.find(target.channel)
  if (channel === undefined) throw new ApiError('channel_not_found')
  if (payload.delete_original === true) takeOriginalAway(slack, channel, target)
  else if (payload.replace_original === true) replaceOriginal(slack, channel, target, payload)
  else if (payload.response_type === 'in_channel') post(slack, channel, app.botUser, messageContent(payload))
  else postEphemeral(slack, channel, app.botUser, target.user, messageContent(payload))
}

/** Answers a POST to a response_url. */
export function answerAtResponseUrl(slack: LocalSlack, id: string, body: string): HttpAnswer {
  const target = slack.state.responseUrls.get(id)
  if (target === undefined) return json(404, { ok: false, error: 'no_such_url' })
  if (slack.state.now() - target.createdAt > livesMs) return json(404, { ok: false, error: 'expired_url' })
  if (target.uses >= maxUses) return json(404, { ok: false, error: 'used_url' })
  const payload = parseJson(body)
  if (!isJson(payload)) return json(400, { ok: false, error: 'invalid_payload' })
  try {
    slack.state.responseUrls.set(id, { ...target, uses: target.uses + 1 })
    respond(slack, target, payload)
    return plain(200, 'ok')
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const messages = error.messages.length > 0 ? { response_metadata: { messages: error.messages } } : {}
    return json(error.code === 'message_not_found' ? 404 : 400, { ok: false, error: error.code, ...messages })
  }
}
